// Only for the type check of the scripts: the big screen's picture (BoardView.cs).
type BoardPause = "before" | "break" | "after" | "between";
interface BoardIdle { scene: "idle"; pause: BoardPause; bodyName: string; date: string; resumesAt: string }
interface BoardSignIn {
  scene: "signIn"; question: QuestionView; due: number; present: number; quorum: number; isOpen: boolean; window: TimeWindow | null; seats: string;
}
interface BoardPrepared { scene: "prepared"; question: QuestionView }
interface BoardVoting {
  scene: "voting"; question: QuestionView; turnout: Turnout; window: TimeWindow; extendedSeconds: number; reminder: boolean;
}
interface BoardClosing { scene: "closing"; question: QuestionView; turnout: Turnout }
interface BoardByHand { scene: "byHand"; question: QuestionView; counting: boolean }
interface BoardClosed { scene: "closed"; question: QuestionView; participants: number; present: number }
interface BoardResult { scene: "result"; question: QuestionView; figures: ResultView; declared: boolean }
interface BoardVoided { scene: "voided"; question: QuestionView; reason: Words; systemFailure: boolean }
type BoardScene = BoardIdle | BoardSignIn | BoardPrepared | BoardVoting | BoardClosing | BoardByHand | BoardClosed | BoardResult | BoardVoided;
interface BoardView { head: import("./live.js").ViewHead; scene: BoardScene }
/** One scene on the wall: drawn once, then patched by every newer picture with the same key. */
interface DrawnScene {
  element: HTMLElement;
  /** Newer picture of the same key; `away`: the link has been lost for more than 3 s, figures that would age are not shown. */
  update(scene: any, head: import("./live.js").ViewHead, away: boolean): void;
  /** Device pixels per design pixel, when it stands on the wall and when the window changes. */
  resize(scale: number): void;
  /** Leaves the wall: stops its timers. */
  stop(): void;
}
interface Path2D { roundRect(x: number, y: number, w: number, h: number, radius: number): void }
