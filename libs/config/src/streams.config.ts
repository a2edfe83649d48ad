import { IsInt, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** How answers are streamed while something is under way. */
export class StreamsConfig {
  @Variable({
    name: 'STREAM_HEARTBEAT_MS',
    about:
      'Milliseconds between signs of life on an open stream of progress; below the idle time of the proxies in front. The right to read is checked as often',
    fallback: '15000',
  })
  @IsInt()
  @Min(100)
  @Max(60_000)
  heartbeatMs!: number;

  @Variable({
    name: 'STREAMS_PER_PERSON',
    about: 'Most streams of progress that one person may have open at one API process',
    fallback: '6',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  perPerson!: number;
}
