import { PageQuery } from '#http';
import type { PairFilter } from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const ROLE = 'Choose mentor or mentee.';

/** Query of lists of people of a round or a run. */
export class RolePageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['mentor', 'mentee'] })
  @IsOptional()
  @IsIn(['mentor', 'mentee'], { message: ROLE })
  role?: 'mentor' | 'mentee';
}

/** Query of the pairs of a run. */
export class RunPairsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['approved', 'declined', 'suppressed', 'undecided'],
    description: 'Only pairs of which an admin said this, or nothing',
  })
  @IsOptional()
  @IsIn(['approved', 'declined', 'suppressed', 'undecided'], {
    message: 'Choose approved, declined, suppressed or undecided.',
  })
  decision?: PairFilter;
}

/** Query for why two people are no pair. */
export class WhyNotQuery {
  @ApiProperty({ format: 'uuid', description: 'Participation of the mentee' })
  @IsUUID(undefined, { message: 'Give the participation of a mentee.' })
  mentee!: string;

  @ApiProperty({ format: 'uuid', description: 'Participation of the mentor' })
  @IsUUID(undefined, { message: 'Give the participation of a mentor.' })
  mentor!: string;
}

/** Query of the directory. */
export class MentorsQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Part of a name, headline, organisation or skill',
    maxLength: 100,
    example: 'design',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Search for at most 100 characters.' })
  q?: string;

  @ApiPropertyOptional({
    description: 'A skill by id or name; relatives count',
    maxLength: 100,
    example: 'react',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Give at most 100 characters.' })
  skill?: string;
}
