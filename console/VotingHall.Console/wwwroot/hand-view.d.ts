// Only for the type check of the scripts: HandDesk.cs as ScreenJson writes it.
export interface HandRow { for: number; against: number; abstain: number; void: number }
export interface HandName { name: string; votes: number }
export interface HandEntry {
  person: string; valid: number; overVote: number; illegible: number; notOfficial: number; torn: number; other: number; rows: HandRow[]; names: HandName[];
}
export type HandStep =
  "casting" | "collecting" | "validity" | "counting" | "differ" | "unaccounted" | "slips" | "manual" | "raising" | "counted";
export interface HandDesk {
  question: QuestionView; step: HandStep; onPaper: boolean; present: number; issued: number | null; collected: number | null; rows: string[];
  writesIn: boolean; maxFor: number; enteredBy: string[]; needed: number; entries: HandEntry[]; slipMarks: number; places: number;
}
export interface HandProgress {
  step: HandStep; onPaper: boolean; present: number; issued: number | null; collected: number | null; entered: number; needed: number;
}
