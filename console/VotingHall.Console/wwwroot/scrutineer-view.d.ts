// Only for the type check of the scripts: ScrutineerView.cs as ScreenJson writes it.
import type { ViewHead } from "./live.js";

export interface ScrutineerView { head: ViewHead; step: number; stage: ScrutineerStage; desk: import("./hand-view").HandDesk | null }
export interface StationSum { for: number; against: number; abstain: number; writeIn: number; marks: number[] }

export type Waiting = { stage: "waiting"; question: QuestionView | null };
export type Watching = {
  stage: "watching"; question: QuestionView; turnout: Turnout | null; window: TimeWindow | null; state: "open" | "closing" | "counting";
  trouble: { level: string; text: Words; detail: Words } | null;
};
export type TypeNumber = { stage: "typeNumber"; question: QuestionView; digits: number; triesLeft: number };
export type Compare = {
  stage: "compare"; question: QuestionView; figures: ResultView; stationRows: StationSum[]; agree: boolean; tallyDigest: string;
  unattested: number; faultySeats: string[];
};
export type Confirmed = {
  stage: "confirmed"; question: QuestionView; figures: ResultView; tallyDigest: string; confirmedBy: string; declared: boolean;
};
export type Voided = { stage: "voided"; question: QuestionView; reason: Words };
export type ScrutineerStage = Waiting | Watching | TypeNumber | Compare | Confirmed | Voided;
