export * from './problem.js';
export * from './result.js';
export { solve } from './solve.js';
export { lotteryTicket, type Side } from './lottery.js';
export type { Finding } from './finding.js';
export { verify } from './verify.js';
