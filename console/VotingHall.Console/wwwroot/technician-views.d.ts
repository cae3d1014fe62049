// Only for the type check of the scripts: TechnicianView.cs and SeatPlanView.cs.
import type { ViewHead } from "./live.js";

export interface Words { zh: string; en: string }
export type KeypadState = "unassigned" | "answering" | "silent" | "faulty" | "repeating" | "joining";
export interface BusLine {
  id: string; up: boolean; baud: number; expected: number; answering: number; seats: string; seatNames: string[]; sweepMs: number; swept: number;
  repeated: number; badFrames: number; members: number[];
}
export interface BridgeLine { address: string; state: string; lines: BusLine[] }
export interface KeypadFault {
  uid: string; seat: string; line: string; slot: number; state: KeypadState; cause: Words; next: Words; lastAnswerMs: number; before: KeypadState;
  after: KeypadState;
}
export interface SpareKeypad { uid: string; line: string; slot: number }
export interface TechnicianView {
  head: ViewHead; bridges: BridgeLine[]; faults: KeypadFault[]; notes: { atMs: number; where: string; text: Words }[]; keypads: number;
  answering: number; roundOpen: boolean; spares: SpareKeypad[];
}
export interface SeatPlan { version: number; rows: { name: string; seats: string[] }[] }
