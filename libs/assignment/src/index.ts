export * from './problem.js';
export * from './result.js';
export { pricesOf, type Prices } from './prices-of.js';
export { solve } from './solve.js';
export { optimise } from './optimise.js';
export { ListMaker } from './solver/list-maker.js';
export type { ListStore } from './solver/list-store.js';
export type { DualPrices, Optimum } from './optimum.js';
export { certify, mergeChecks } from './certify.js';
export { checkRows, type RowsChecked } from './check-rows.js';
export { type RowScan, rowScan } from './check-rows-scan.js';
export { Lottery, lotteryTicket, type Side } from './lottery.js';
export { menteesInOrder, mentorsInOrder } from './standing-order.js';
export type { Finding } from './finding.js';
export { blockingPairs, type BlockingPair, type BlockingPairs } from './stable/blocking-pairs.js';
export { verify } from './verify.js';
export type { RowsVerified } from './rows-verified.js';
export { RowChecks, verifyRows } from './verify-rows.js';
export * from './diagnosis.js';
export { diagnose } from './diagnose.js';
export { quality, type MatchQuality, type MentorLoad } from './quality.js';
export { whyNot, whyNotMany, type WhyNot } from './why-not.js';
export type { PairCost } from './explain/pair-cost.js';
export type { PairPreference } from './explain/preference.js';
export { BELOW_MINIMUM_RULE, FORBIDDEN_RULE, UNNAMED_RULE } from './pair-rules.js';
export { compareResults, type ResultDifference } from './explain/compare-results.js';
export {
  whatIf,
  type WhatIf,
  type WhatIfFigures,
  type WhatIfRow,
  type WhatIfVariant,
} from './explain/what-if.js';
export { rematch, type Rematch } from './explain/rematch.js';
export { priceOfStability, type PriceOfStability } from './explain/price-of-stability.js';
export { resultOfPairs } from './result-of-pairs.js';
