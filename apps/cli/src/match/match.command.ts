import { resolve } from 'node:path';
import { quality, solve, verify, type AssignmentProblem, type AssignmentResult } from '#assignment';
import { createTaxonomy } from '#skills';
import { BadInputError, UsageError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { Progress } from '../progress.js';
import { MATCH_USAGE } from '../usage.js';
import { inputHash, tableVersions } from './input-hash.js';
import { explainLeftovers } from './leftovers.js';
import { parseMatchOptions, type MatchOptions } from './match-options.js';
import type { MatchSettings } from './match-settings.js';
import { countFeasible, pairsCsv, scoresCsv } from './output-files.js';
import { toPeople } from './profiles.js';
import { readPairSettings, withWishes } from './pair-lists.js';
import { readLists } from './read-lists.js';
import { readPairList } from './read-pair-list.js';
import { readRules, readWeights } from './read-settings.js';
import { earlierStay, reportText, type MatchReport } from './report.js';
import { scoreAll } from './score-table.js';
import { toProblem } from './to-problem.js';
import { writeFiles } from './write-files.js';

/** `rapport match`: two lists in; pairs, a report and, if wanted, all scores out. */
export async function matchCommand(args: readonly string[], io: CliIo): Promise<void> {
  const options = parseMatchOptions(args, io.today());
  if (options === null) {
    io.out(MATCH_USAGE);
    return;
  }
  refuseSameFile(options);
  const scoring = {
    weights: await readWeights(options.weights),
    rules: await readRules(options.rules),
  };
  const lists = await readLists(options, createTaxonomy(), options.skipBadRows);
  const bare = toPeople(lists);
  const people = withWishes(bare, await readPairList(options.wishes, bare));
  const settings: MatchSettings = {
    objective: options.objective,
    order: options.order,
    minimumScore: options.minimumScore,
    term: { from: options.from, weeks: options.weeks },
    seed: options.seed,
    ...scoring,
    ...(await readPairSettings(options, people)),
  };
  const progress = new Progress(io);
  const scores = scoreAll(people, settings, (share) => {
    progress.show('Scoring', share);
  });
  const problem = toProblem(people, settings, scores);
  const result = solveAndCheck(problem, progress);
  const versions = tableVersions(people);
  const badRows = new Set(
    lists.problems.filter(({ severity }) => severity === 'error').map(({ list, row }) => `${list} ${row}`),
  );
  const leftovers = explainLeftovers(people, scores, problem, result);
  const report: MatchReport = {
    format: 'rapport-match-report',
    formatVersion: 2,
    quality: { ...quality(problem, result), feasiblePairs: countFeasible(people, scores) },
    settings,
    input: {
      hash: inputHash(people, settings, versions),
      mentors: people.mentors.length,
      mentees: people.mentees.length,
      skippedRows: badRows.size,
      versions,
    },
    wishes: people.mentees.flatMap(({ id, wishes }) =>
      wishes.map((mentorId) => ({ menteeId: id, mentorId })),
    ),
    pairs: result.pairs,
    earlier: earlierStay(settings, result.pairs),
    certificate: result.certificate,
    unmatchedMentees: leftovers.mentees,
    mentorsWithPlaces: leftovers.mentors,
    problems: lists.problems,
  };
  await writeFiles([
    { path: options.out, text: pairsCsv(people, scores, result) },
    { path: options.report, text: reportText(report) },
    ...(options.scores === null ? [] : [{ path: options.scores, text: scoresCsv(people, scores) }]),
  ]);
  progress.clear();
  if (io.showSummary) io.out(summary(report));
}

/** A result that its own proof does not carry is a fault of ours, and nothing is written. */
function solveAndCheck(problem: AssignmentProblem, progress: Progress): AssignmentResult {
  const outcome = solve(problem, {
    onProgress: (share) => {
      progress.show('Matching', share);
    },
  });
  if (!outcome.ok) {
    const { error } = outcome;
    throw new BadInputError(
      error.code === 'invalid' ? error.problems.map(({ message }) => message) : ['The run was cancelled.'],
    );
  }
  progress.show('Checking', 0);
  const findings = verify(problem, outcome.value);
  if (findings.length > 0) {
    throw new Error(`The result failed its own check: ${findings.map(({ message }) => message).join(' ')}`);
  }
  return outcome.value;
}

/** Two outputs in one file, or an output over an input, would lose something. */
function refuseSameFile(options: MatchOptions): void {
  const { mentors, mentees, weights, rules, locks, forbid, wishes, published } = options;
  const inputs = [mentors, mentees, weights, rules, locks, forbid, wishes, published?.path ?? null];
  const seen = new Set(inputs.filter((path) => path !== null).map((path) => resolve(path)));
  for (const path of [options.out, options.report, options.scores]) {
    if (path === null) continue;
    if (seen.has(resolve(path)))
      throw new UsageError(`${path} is named twice: every output needs its own file.`);
    seen.add(resolve(path));
  }
}

function summary({ quality, settings, input, earlier, unmatchedMentees, problems }: MatchReport): string {
  const { pairs, total, meanScore } = quality;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const rest = [
    earlier === null ? '' : `, ${earlier.kept} of ${earlier.pairs} earlier pairs stay`,
    input.skippedRows > 0 ? `, ${input.skippedRows} rows skipped` : '',
    warnings > 0 ? `, ${warnings} warnings in the report` : '',
  ].join('');
  return (
    `${pairs} pairs, ${unmatchedMentees.length} of ${input.mentees} mentees unmatched, total ${total}, mean ${meanScore === null ? '–' : Math.round(meanScore)}; ` +
    `${settings.objective}, proven best; ${settings.term.weeks} weeks from ${settings.term.from}${rest}.\n`
  );
}
