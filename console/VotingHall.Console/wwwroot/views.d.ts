// Only for the type check of the scripts: the view types of the console (*View.cs) as they arrive. ViewContractTests compares the names.
interface Words { zh: string; en: string }
interface PaperRow { name: string; post: string }
interface Turnout { voted: number; present: number }
interface TimeWindow { openedAtMs: number; closesAtMs: number }
interface QuestionView {
  round: number; agendaNo: string;
  kind: "rollCall" | "motion" | "list" | "appointment" | "election" | "runoff" | "projectVote" | "preSelection" | "recall" | "resignation"
    | "dismissal" | "actingHead" | "procedural" | "evaluation" | "inquiryAnswer";
  title: string; verb: string; office: string; rows: PaperRow[]; seats: number; secret: boolean; firstPressCounts: boolean;
  repeatOf: number; followUpOf: number; oneByOne: boolean; labels: string[]; method: "keypad" | "paper" | "hands";
}
type RowVerdict = "none" | "carried" | "notCarried" | "elected" | "notElected" | "tied" | "electedPendingApproval" | "chosen" | "notChosen";
type Verdict =
  "carried" | "notCarried" | "noEffect" | "personByPerson" | "filled" | "tie" | "shortfall" | "quorumMet" | "quorumShort" | "invalid";
interface ResultRow {
  name: string; post: string; rank: number | null; for: number; against: number; abstain: number; writeIn: number; verdict: RowVerdict;
  marks: number[]; rates: string[]; grade: string;
}
interface ResultView {
  kind: QuestionView["kind"]; baseCount: number; baseWords: Words; required: number | null; seats: number; signedIn: number;
  participants: number; notPressed: number; failedKeypads: number; writeIns: number; rows: ResultRow[]; verdict: Verdict;
  verdictWords: Words; mayChange: boolean; labels: string[]; thresholdWords: Words; papers: PaperFigures | null;
}
interface PaperFigures { issued: number; collected: number; valid: number; invalid: number }
interface SeatRow { name: string; seats: string[] }
interface SeatPlanView { version: number; rows: SeatRow[]; seatCount: number }
