// Only for the type check of the scripts: ChairView.cs as ScreenJson writes it.
import type { ViewHead } from "./live.js";

export interface ChairView { head: ViewHead; agenda: AgendaLine[]; stage: ChairStage; notices: Notice[]; acts: ChairAct[]; picture: string }
export interface AgendaLine { no: string; title: string; kind: string; secret: boolean; state: string; rounds: number; names: number; seats: number }
export interface Notice { level: "good" | "note" | "warning" | "blocking"; text: Words; detail: Words }
export interface ChairAct { kind: string; enabled: boolean; whyNot: Words; primary: boolean; item: string; names: number; round: number }
export interface Attendance { due: number; present: number; absent: number; quorum: number; quorumMet: boolean }

export type BeforeSitting = {
  stage: "beforeSitting"; members: number; baseCount: number; baseBasis: Words; baseConfirmed: boolean; sittings: { no: number; name: string }[];
  afterSitting: boolean;
};
export type BetweenItems = { stage: "betweenItems"; readAloud: Words | null; attendance: Attendance | null };
export type Ready = {
  stage: "ready"; question: QuestionView; readAloud: Words; ruleLine: Words; paperReady: number; paperExpected: number; missingSeats: string[];
};
export type Voting = { stage: "voting"; question: QuestionView; turnout: Turnout; window: TimeWindow; readAloud: Words };
export type Closing = { stage: "closing"; question: QuestionView; turnout: Turnout };
export type ByHand = { stage: "byHand"; question: QuestionView; progress: import("./hand-view").HandProgress; readAloud: Words };
export type AwaitingCount = { stage: "awaitingCount"; question: QuestionView; participants: number; triesLeft: number; counting: boolean };
export type Result = {
  stage: "result"; question: QuestionView; figures: ResultView; readAloud: Words | null; why: Words[]; confirmed: boolean; shown: boolean;
};
export type Announced = {
  stage: "announced"; question: QuestionView; figures: ResultView; readAloud: Words | null; declaredAt: string; recordDigest: string;
  certificateReady: boolean;
};
export type Voided = { stage: "voided"; question: QuestionView; readAloud: Words; reason: Words; note: string };
export type ChairStage = BeforeSitting | BetweenItems | Ready | Voting | Closing | ByHand | AwaitingCount | Result | Announced | Voided;
