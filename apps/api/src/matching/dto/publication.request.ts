import { LONGEST_HOLD, TELL_UNMATCHED, type TellWhen } from '#matching';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ChoiceField, InstantField, ObjectsOnly, WholeField } from '../../dto/fields.js';

const ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const DECISIONS = ['approved', 'declined', 'suppressed', 'undecided'] as const;
type Decision = (typeof DECISIONS)[number];

/** A pair by its two participations. */
export class PairIdsRequest {
  @ApiProperty({ format: 'uuid', example: ID })
  @IsUUID(undefined, { message: 'Give the participation of a mentee.' })
  menteeId!: string;

  @ApiProperty({ format: 'uuid', example: ID })
  @IsUUID(undefined, { message: 'Give the participation of a mentor.' })
  mentorId!: string;
}

/** An admin's word on pairs of a run. */
export class DecidePairsRequest {
  @ApiProperty({
    enum: DECISIONS,
    description: 'Suppressed pairs are kept for later; "undecided" takes an earlier word back',
    example: 'approved',
  })
  @IsIn(DECISIONS, { message: `Choose one of ${DECISIONS.join(', ')}.` })
  decision!: Decision;

  @ApiPropertyOptional({ type: [PairIdsRequest], example: [{ menteeId: ID, mentorId: ID }] })
  @ValidateIf((body: DecidePairsRequest) => body.everyUndecided !== true || body.pairs !== undefined)
  @IsArray({ message: 'Give a list of pairs, or "everyUndecided": true.' })
  @ArrayMinSize(1, { message: 'Give at least one pair.' })
  @ArrayMaxSize(5_000, { message: 'Give at most 5000 pairs at once.' })
  @ObjectsOnly('Give pairs of {"menteeId", "mentorId"}.')
  @ValidateNested({ each: true, message: 'Give pairs of {"menteeId", "mentorId"}.' })
  @Type(() => PairIdsRequest)
  pairs?: PairIdsRequest[];

  @ApiPropertyOptional({ enum: [true], description: 'Every pair that nobody decided yet' })
  @IsOptional()
  @IsIn([true], { message: 'Leave it out, or give true.' })
  everyUndecided?: true;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, example: 'Work in the same team' })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  @MaxLength(500, { message: 'Give at most 500 characters.' })
  note?: string | null;
}

/** A pair to make by hand. */
export class MakePairByHandRequest extends PairIdsRequest {
  @ApiPropertyOptional({
    default: false,
    description: 'Make it although hard rules, a ban or the least score stand against it',
    example: false,
  })
  @IsOptional()
  @IsBoolean({ message: 'Give true or false.' })
  despiteRules?: boolean;
}

/** Which mentor a mentee gets. */
export class TakeNextBestRequest {
  @ApiProperty({ format: 'uuid', example: ID })
  @IsUUID(undefined, { message: 'Give the participation of a mentor.' })
  mentorId!: string;
}

/** Which pairs become mentorships. */
export class PublishRunRequest {
  @ApiPropertyOptional({
    enum: ['all', 'approved'],
    default: 'all',
    description: 'All but the declined and suppressed ones, or the approved ones alone',
  })
  @IsOptional()
  @IsIn(['all', 'approved'], { message: 'Choose all or approved.' })
  scope?: 'all' | 'approved';

  @ChoiceField(TELL_UNMATCHED, {
    example: 'after-hold',
    optional: true,
    description: 'When those left over are told; default as the round says; read at the first publication',
  })
  tellUnmatched?: TellWhen;

  @WholeField({
    min: 1,
    max: LONGEST_HOLD,
    optional: true,
    description: 'Working days of the hold',
    example: 5,
  })
  holdWorkingDays?: number;
}

/** A new end of the hold. */
export class MoveAnswersRequest {
  @InstantField({ description: 'From now to five working days after the publication' })
  tellAt!: Date;
}

/** Why a publication is taken back. */
export class WithdrawRunRequest {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 500,
    description: 'Quoted in the mail to those concerned',
    example: 'A list with other line managers was missing.',
  })
  @IsOptional()
  @IsString({ message: 'Give a text.' })
  @MaxLength(500, { message: 'Give at most 500 characters.' })
  reason?: string | null;
}
