import { readPairs, readTable } from '#roster';
import { verify, type AssignmentResult } from '#assignment';
import { validateRules, validateWeights } from '#scoring';
import { createTaxonomy } from '#skills';
import { BadInputError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { Progress } from '../progress.js';
import { VERIFY_USAGE } from '../usage.js';
import { inputHash, tableVersions } from './input-hash.js';
import { parseFlags, requireFlag } from './match-options.js';
import { toPeople } from './profiles.js';
import { readInput, readJsonObject } from './read-file.js';
import { readLists } from './read-lists.js';
import type { MatchReport } from './report.js';
import { scoreAll } from './score-table.js';
import { toProblem } from './to-problem.js';

const FLAG = { type: 'string' } as const;

/** `rapport verify`: checks pairs and report against the lists they were made from. */
export async function verifyCommand(args: readonly string[], io: CliIo): Promise<void> {
  const values = parseFlags(args, {
    ...{ mentors: FLAG, mentees: FLAG, pairs: FLAG, report: FLAG },
    help: { type: 'boolean', short: 'h' },
  });
  if (values['help'] === true) {
    io.out(VERIFY_USAGE);
    return;
  }
  const path = (name: string): string =>
    requireFlag(typeof values[name] === 'string' ? values[name] : undefined, name);
  const paths = { mentors: path('mentors'), mentees: path('mentees') };
  const pairsPath = path('pairs');
  const report = await readReport(path('report'));
  const lists = await readLists(paths, createTaxonomy(), report.input.skippedRows > 0);
  const people = toPeople(lists);
  const hash = inputHash(people, report.settings, tableVersions(people));
  if (hash !== report.input.hash) {
    throw new BadInputError([
      'The report was made from other lists, settings, skills or zone data: the input hash differs.',
    ]);
  }
  const progress = new Progress(io);
  const scores = scoreAll(people, report.settings, (share) => {
    progress.show('Scoring', share);
  });
  const result = await readResult(pairsPath, report);
  progress.show('Checking', 0);
  const findings = verify(toProblem(people, report.settings, scores), result);
  progress.clear();
  if (findings.length > 0) throw new BadInputError(findings.map(({ message }) => message));
  if (io.showSummary)
    io.out(`Right: ${result.value.pairs} pairs, total ${result.value.total}, no better matching.\n`);
}

async function readReport(path: string): Promise<MatchReport> {
  const report = await readJsonObject(path);
  if (!isReport(report)) throw new BadInputError([`${path} is not a report of "rapport match".`]);
  return report;
}

/** Whether a file has the parts that a check reads; what they say is judged by the hash and by the check itself. */
function isReport(value: unknown): value is MatchReport {
  if (!isObject(value) || value['format'] !== 'rapport-match-report' || value['formatVersion'] !== 1)
    return false;
  const { settings, input, certificate, unmatchedMentees, mentorsWithPlaces, quality } = value;
  return (
    isObject(settings) &&
    isObject(settings['weights']) &&
    validateWeights(settings['weights']).length === 0 &&
    isObject(settings['rules']) &&
    validateRules(settings['rules']).length === 0 &&
    isObject(settings['term']) &&
    isObject(input) &&
    isObject(certificate) &&
    isObject(quality) &&
    [certificate['mentees'], certificate['mentors'], unmatchedMentees, mentorsWithPlaces].every(
      (list) => Array.isArray(list) && list.every(isObject),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readResult(path: string, report: MatchReport): Promise<AssignmentResult> {
  const read = readPairs(readTable(await readInput(path), { maxRows: 200_000 }).table);
  const [problem] = read.problems.filter(({ severity }) => severity === 'error');
  if (problem !== undefined) {
    throw new BadInputError([`${path}, row ${problem.row}, column "${problem.column}": ${problem.message}`]);
  }
  return {
    objective: report.settings.objective,
    order: report.settings.order,
    seed: report.settings.seed,
    pairs: read.rows.map(({ mentee, mentor, score }) => ({
      menteeId: mentee,
      mentorId: mentor,
      score: score ?? -1,
      locked: false,
    })),
    unmatchedMentees: report.unmatchedMentees.map(({ menteeId, wanted, got }) => ({
      id: menteeId,
      missing: wanted - got,
    })),
    unmatchedMentors: report.mentorsWithPlaces.map(({ mentorId, free }) => ({ id: mentorId, free })),
    value: { pairs: report.quality.pairs, total: report.quality.total },
    certificate: report.certificate,
  };
}
