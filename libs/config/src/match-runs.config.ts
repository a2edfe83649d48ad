import { IsInt, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** What match runs may take of a worker. */
export class MatchRunsConfig {
  @Variable({
    name: 'WORKER_MATCH_CONCURRENCY',
    about: 'Match runs that one worker computes at the same time',
    fallback: '1',
  })
  @IsInt()
  @Min(1)
  @Max(16)
  concurrency!: number;

  @Variable({
    name: 'WORKER_MATCH_THREADS',
    about: 'Threads of one match run; never more than the machine has cores',
    fallback: '2',
  })
  @IsInt()
  @Min(1)
  @Max(2)
  threads!: number;

  @Variable({
    name: 'WORKER_MATCH_MEMORY_MB',
    about: 'Memory of one match run, in megabytes; a run that needs more fails and says so',
    fallback: '1024',
  })
  @IsInt()
  @Min(64)
  @Max(65_536)
  memoryMb!: number;
}
