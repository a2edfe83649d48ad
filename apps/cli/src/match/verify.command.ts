import { readPairs, readTable } from '#roster';
import { verify, type AssignmentResult, type Objective } from '#assignment';
import { validateRules, validateWeights } from '#scoring';
import { createTaxonomy } from '#skills';
import { BadInputError, UsageError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { Progress } from '../progress.js';
import { VERIFY_USAGE } from '../usage.js';
import { inputHash, tableVersions } from './input-hash.js';
import { parseArguments, requireFlag } from './match-options.js';
import { withWishes } from './pair-lists.js';
import { toPeople } from './profiles.js';
import { readInput, readJsonObject } from './read-file.js';
import { readLists } from './read-lists.js';
import { earlierStay, type MatchReport } from './report.js';
import { scoreAll } from './score-table.js';
import { toProblem } from './to-problem.js';

const FLAG = { type: 'string' } as const;
const MOST_PAIRS = 200_000;

/** What a check that finds nothing has shown. */
const PROOFS: Readonly<Record<Objective, string>> = {
  coverage: 'no better matching',
  total: 'no better matching',
  stable: 'no two would rather have each other',
  fair: 'no matching with a better worst pair',
};

/** `rapport verify`: checks a report against the lists that it was made from, and the list of pairs if it is named. */
export async function verifyCommand(args: readonly string[], io: CliIo): Promise<void> {
  const { flags, names } = parseArguments(
    args,
    { ...{ mentors: FLAG, mentees: FLAG, pairs: FLAG }, help: { type: 'boolean', short: 'h' } },
    1,
  );
  if (flags['help'] === true) {
    io.out(VERIFY_USAGE);
    return;
  }
  const given = (name: string): string | undefined =>
    typeof flags[name] === 'string' ? flags[name] : undefined;
  const paths = {
    mentors: requireFlag(given('mentors'), 'mentors'),
    mentees: requireFlag(given('mentees'), 'mentees'),
  };
  const [reportPath] = names;
  if (reportPath === undefined) throw new UsageError('Name the report that is to be checked.');
  const report = await readReport(reportPath);
  const lists = await readLists(paths, createTaxonomy(), report.input.skippedRows > 0);
  const people = withWishes(toPeople(lists), report.wishes);
  const hash = inputHash(people, report.settings, tableVersions(people));
  if (hash !== report.input.hash) {
    throw new BadInputError([
      'The report was made from other lists, settings, skills or zone data: the input hash differs.',
    ]);
  }
  const pairsPath = given('pairs');
  if (pairsPath !== undefined) await refuseOtherPairs(pairsPath, report);
  const progress = new Progress(io);
  const scores = scoreAll(people, report.settings, (share) => {
    progress.show('Scoring', share);
  });
  const result = resultOf(report);
  progress.show('Checking', 0);
  const findings = verify(toProblem(people, report.settings, scores), result);
  const earlier = earlierStay(report.settings, report.pairs);
  progress.clear();
  if (findings.length > 0) throw new BadInputError(findings.map(({ message }) => message));
  if (earlier !== null && (earlier.pairs !== report.earlier?.pairs || earlier.kept !== report.earlier.kept))
    throw new BadInputError(['The report counts the earlier pairs that stay wrongly.']);
  if (io.showSummary)
    io.out(`Right: ${result.value.pairs} pairs, total ${result.value.total}, ${PROOFS[result.objective]}.\n`);
}

async function readReport(path: string): Promise<MatchReport> {
  const report = await readJsonObject(path);
  if (!isReport(report)) throw new BadInputError([`${path} is not a report of "rapport match".`]);
  return report;
}

/** Whether a file has the parts that a check reads; what they say is judged by the hash and by the check itself. */
function isReport(value: unknown): value is MatchReport {
  if (!isObject(value) || value['format'] !== 'rapport-match-report' || value['formatVersion'] !== 2)
    return false;
  const { settings, input, certificate, unmatchedMentees, mentorsWithPlaces, quality, pairs, wishes } = value;
  return (
    isObject(settings) &&
    isObject(settings['weights']) &&
    validateWeights(settings['weights']).length === 0 &&
    isObject(settings['rules']) &&
    validateRules(settings['rules']).length === 0 &&
    isObject(settings['term']) &&
    isEarlierRound(settings['published']) &&
    isObject(input) &&
    isObject(certificate) &&
    isObject(quality) &&
    [settings['locks'], settings['forbidden'], wishes, pairs].every(isList) &&
    [unmatchedMentees, mentorsWithPlaces].every(isList)
  );
}

function isEarlierRound(value: unknown): boolean {
  return value === undefined || (isObject(value) && isList(value['pairs']));
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resultOf(report: MatchReport): AssignmentResult {
  const { settings, quality, pairs, certificate } = report;
  return {
    objective: settings.objective,
    order: settings.order,
    seed: settings.seed,
    pairs,
    unmatchedMentees: report.unmatchedMentees.map(({ menteeId, wanted, got }) => ({
      id: menteeId,
      missing: wanted - got,
    })),
    unmatchedMentors: report.mentorsWithPlaces.map(({ mentorId, free }) => ({ id: mentorId, free })),
    value: { pairs: quality.pairs, total: quality.total },
    certificate,
  };
}

/** A list of pairs that says something else than the report beside it is worth nothing. */
async function refuseOtherPairs(path: string, report: MatchReport): Promise<void> {
  const { table } = readTable(await readInput(path), { maxRows: MOST_PAIRS });
  const { rows, problems } = readPairs(table);
  const [wrong] = problems.filter(({ severity }) => severity === 'error');
  if (wrong !== undefined)
    throw new BadInputError([`${path}, row ${wrong.row}, column "${wrong.column}": ${wrong.message}`]);
  const listed = rows.map(({ mentee, mentor, score }) => `${mentee} ${mentor} ${score ?? ''}`).sort();
  const reported = report.pairs.map((pair) => `${pair.menteeId} ${pair.mentorId} ${pair.score}`).sort();
  if (listed.length !== reported.length || listed.some((pair, at) => pair !== reported[at]))
    throw new BadInputError([`${path} lists other pairs or scores than the report.`]);
}
