import { IsInt, Max, Min } from 'class-validator';
import { Variable } from './variable.js';

/** How much of the ranking is kept at hand. */
export class RankingConfig {
  @Variable({
    name: 'MENTOR_INDEX_MB',
    about: 'Memory of one API process for the mentors of the programs asked for lately, in mebibytes',
    fallback: '256',
  })
  @IsInt()
  @Min(16)
  @Max(65_536)
  mentorIndexMb!: number;
}
