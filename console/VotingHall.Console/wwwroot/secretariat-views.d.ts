// Only for the type check of the scripts: SecretariatView.cs and what GET /api/agenda, /api/roster and the checks answer.
import type { ViewHead } from "./live.js";

export interface Words { zh: string; en: string }
export interface AgendaLine {
  no: string; title: string; kind: string; secret: boolean; state: "waiting" | "current" | "declared" | "voided" | "runoffDue"; rounds: number;
  names: number; seats: number; problems: number;
}
export interface Question {
  round: number; agendaNo: string; kind: string; title: string; verb: string; office: string; rows: { name: string; post: string }[]; seats: number;
  secret: boolean; firstPressCounts: boolean; repeatOf: number; followUpOf: number;
}
export interface ResultRow {
  name: string; post: string; rank: number | null; for: number; against: number; abstain: number; writeIn: number; verdict: string; marks: number[]; rates: string[];
  grade: string;
}
export interface Result {
  kind: string; baseCount: number; baseWords: Words; required: number | null; seats: number; signedIn: number; participants: number; notPressed: number;
  failedKeypads: number; writeIns: number; rows: ResultRow[]; verdict: string; verdictWords: Words; mayChange: boolean; labels: string[];
  papers: { issued: number; collected: number; valid: number; invalid: number } | null;
}
export interface RoundLine {
  question: Question; phase: string; phaseWords: Words; openedAt: string; closedAt: string; result: Result | null; recordDigest: string;
  certificates: number; voidReason: Words | null;
}
export interface PrintLine { round: number; copy: number; printer: string; state: string; text: Words; ended: boolean; atMs: number }
export interface Meeting {
  hallName: string; bodyName: string; sessionName: string; location: string; level: string; profile: string; suite: string; members: number;
  excused: number; baseCount: number; baseBasis: Words; baseConfirmed: boolean; sittings: { no: number; name: string }[]; sittingNo: number;
}
export interface SecretariatView {
  head: ViewHead; meeting: Meeting | null; agenda: AgendaLine[];
  attendance: { due: number; present: number; quorum: number; absent: { seat: string; name: string }[] };
  rounds: RoundLine[]; prints: PrintLine[]; printers: string[]; locked: Words | null; picture: string;
  desk: import("./hand-view").HandDesk | null;
}

/** An agenda item as it stands in meeting.json. Which fields there are depends on the kind. */
export interface Item {
  no: string; kind: string; title: string; verb: string; mode: string; method?: string; textDigest?: string; before?: object; rule?: string; names?: string[]; oneByOne?: boolean;
  persons?: { name: string; post?: string }[]; merged?: boolean; office?: string; officeKind?: string; candidates?: string[]; seats?: number;
  ballotRule?: string; projects?: string[]; pickList?: boolean; runoff?: boolean; nominees?: string[]; places?: number;
  items?: { name: string; post?: string }[]; scale?: string; noGrade?: string; appraisalOf?: string; mandate?: string; upperApproval?: boolean;
  matter?: string; about?: string; signatories?: number[]; purpose?: string; amends?: string; clauseOf?: string; clause?: string;
}
export interface Problem { field: string; zh: string; en: string }
export interface AgendaAnswer { item: Item; frozen: boolean; required: number | null; base: number; problems: Problem[] }
export interface RosterAnswer { members: { id: number; name: string; seat: string; keypadUid: string | null }[] }
export interface CheckLine { line: number; field: string; value: string; zh: string; en: string }
export interface CheckAnswer {
  rows?: number; added?: number; changed?: number; errors: CheckLine[]; warnings?: CheckLine[];
  changes?: { line: number; field: string; before: string; after: string }[];
}
