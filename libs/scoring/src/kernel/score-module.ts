/** See `assembly/score.ts`; addresses are in bytes. */
export interface ScoreModule {
  readonly start: (sums: number, count: number, points: number) => void;
  readonly addLanes: (sums: number, lanes: number, count: number) => void;
  readonly addCells: (sums: number, places: number, count: number) => void;
  readonly addUnits: (units: number, more: number, count: number) => void;
  readonly addPoints: (sums: number, units: number, points: number, count: number) => void;
  readonly addLongPoints: (sums: number, units: number, points: number, count: number) => void;
  readonly addStyle: (
    sums: number,
    steps: number,
    asked: number,
    answers: number,
    count: number,
    ownSteps: number,
    ownAsked: number,
    ownAnswers: number,
    points: number,
    width: number,
  ) => void;
  readonly addHelp: (help: number, people: number, values: number, count: number, factor: number) => void;
  readonly addNearHelp: (help: number, steps: number, values: number, count: number, factor: number) => void;
  readonly finish: (
    sums: number,
    help: number,
    scales: number,
    step: number,
    count: number,
    round: number,
    base: number,
  ) => void;
  readonly place: (scores: number, places: number, count: number) => void;
}
