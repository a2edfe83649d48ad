import type { Page } from '#kernel';
import type { SameAgainCounts, SameAgainView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';

/** What came of asking people of the earlier round. */
export class SameAgainCountsResponse {
  @ApiProperty({ example: 96 }) asked!: number;
  @ApiProperty({ example: 51 }) yes!: number;
  @ApiProperty({ example: 14 }) no!: number;
  @ApiProperty({ description: 'No answer yet', example: 31 }) silent!: number;

  static from({ asked, yes, no, silent }: SameAgainCounts): SameAgainCountsResponse {
    return { asked, yes, no, silent };
  }
}

/** Somebody who was asked. */
export class SameAgainPersonResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }) participationId!: string;
  @ApiProperty({ enum: ['mentor', 'mentee'], example: 'mentor' }) role!: 'mentor' | 'mentee';
  @ApiProperty({ example: 'Ada Lovelace' }) name!: string;
  @ApiProperty({
    type: String,
    enum: ['yes', 'no'],
    nullable: true,
    description: 'null for silence',
    example: 'yes',
  })
  answer!: 'yes' | 'no' | null;
  @ApiProperty({ format: 'date-time', example: '2027-07-01T08:00:00.000Z' }) askedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2027-07-02T16:20:00.000Z' })
  answeredAt!: string | null;

  static from({ askedAt, answeredAt, ...person }: SameAgainView): SameAgainPersonResponse {
    return { ...person, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
  }
}

/** A page of those who were asked. */
export class SameAgainPeopleResponse {
  @ApiProperty({ type: [SameAgainPersonResponse] }) items!: SameAgainPersonResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;

  static from({ items, nextCursor }: Page<SameAgainView>): SameAgainPeopleResponse {
    return { items: items.map((person) => SameAgainPersonResponse.from(person)), nextCursor };
  }
}
