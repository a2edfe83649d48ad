/** What `rapport --help` says. */
export const USAGE = `Usage: rapport <command> [options]

  rapport match   matches two lists of people, without a server
  rapport verify  checks a result of "rapport match" without the solver
  rapport bench   tells how fast this machine matches
  rapport admin   makes somebody the admin of an installation

"rapport <command> --help" tells more.
`;

/** What `rapport match --help` says. */
export const MATCH_USAGE = `Usage: rapport match --mentors FILE --mentees FILE --out FILE --report FILE [options]

Matches mentees with mentors, exactly. The same input gives the same bytes.

Input (CSV in any usual encoding and separator, or .xlsx; the first row names the columns)
  --mentors FILE      id, name, email, time_zone, languages, skills_offered, goals_supported, capacity, availability …
  --mentees FILE      id, name, email, time_zone, languages, skills_wanted, goals, availability …
  --weights FILE      JSON: how much each feature counts; whole numbers that add up to 100
  --rules FILE        JSON: hard rules, over the defaults (a shared language, clocks at most 6 hours apart,
                      one skill or goal in common); or a list of all rules, as docs/matching.md has them
  --wishes FILE       CSV: mentee_id, mentor_id (or email addresses); a mentee's first row is the first wish
  --locks FILE        CSV: pairs that are made in any case
  --forbid FILE       CSV: pairs that are not made
  --published FILE    CSV: pairs of an earlier round, such as its --out, that should rather stay; people may have left
  --skip-bad-rows     leave rows with errors out instead of stopping; the report lists them

How to match
  --objective NAME    coverage (default): most pairs, then who, then the highest total
                      total: the highest total, then the most pairs
                      stable: nobody finds a partner who would rather have them too
                      fair: most pairs, then who, then the best worst pair, then the highest total
  --order NAME        who gets a place when places are scarce: waited (default): a lottery; score: the highest total
  --minimum-score N   pairs that score less are not made: 0 (default) to 10000
  --penalty N         with --published: points that the total may fall for each pair that stays, 0 to 10000; more pairs,
                      who gets them and the best worst pair still come first, and stable does not weigh it
  --from DATE         first day of the term, like 2026-03-01; today when absent
  --weeks N           length of the term: 1 to 520, 26 when absent
  --seed TEXT         draws the lottery; "1" when absent

Output
  --out FILE          CSV: mentee_id, mentor_id, score, names, reasons
  --report FILE       JSON: pairs, quality, proof, settings, and why somebody has no partner; "rapport verify" reads it
  --scores FILE       CSV: mentee_id, mentor_id, score of every pair that may be made

Exit codes: 0 done, 1 bad input (each row and column is named), 2 wrong usage.
`;

/** What `rapport verify --help` says. */
export const VERIFY_USAGE = `Usage: rapport verify REPORT --mentors FILE --mentees FILE [--pairs FILE]

Scores every pair again with the settings in the report and checks, without the solver, that the pairs may be made, that
nobody has too many, and that the proof holds: no matching is better (for stable: no two would rather have each other).

  --pairs FILE        also checks that this list of pairs is the one of the report

Exit codes: 0 the result is right, 1 it is not, or the input is bad, 2 wrong usage.
`;

/** What `rapport bench --help` says. */
export const BENCH_USAGE = `Usage: rapport bench [options]

Makes up people and times what a match of them takes: reading the lists, scoring, matching, the proof, the explanations.

  --sizes LIST        mentees and mentors, like 200x100,1000x500,5000x2000 (the default)
  --threads N         threads that score; 2 when absent
  --json              one JSON object as the last line, times in milliseconds

Exit codes: 0 done, 2 wrong usage.
`;

/** What `rapport admin --help` says. */
export const ADMIN_USAGE = `Usage: rapport admin create --email ADDRESS --name NAME [--time-zone ZONE]

Makes the owner of the address a platform admin and prints a link to set the password with: it works once, for one hour.
An account that the address has already stays as it is otherwise. Run it where the server runs, with the same environment
(DATABASE_URL, AUTH_SECRET, PUBLIC_URL).

  --email ADDRESS     who is to run the installation
  --name NAME         what they are called
  --time-zone ZONE    where they are, like Europe/Berlin; UTC when absent

Exit codes: 0 done, 1 bad input or no database, 2 wrong usage.
`;
