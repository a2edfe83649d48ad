import { PageQuery } from '#http';
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
