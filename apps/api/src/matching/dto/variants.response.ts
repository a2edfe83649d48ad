import type { VariantsView } from '#matching';
import { ApiProperty } from '@nestjs/swagger';
import { RunComparisonResponse } from './run-comparison.response.js';
import { RunResponse } from './run.response.js';

/** One of several settings that are tried. */
export class VariantResponse {
  @ApiProperty({ type: RunResponse }) run!: RunResponse;
  @ApiProperty({
    type: RunComparisonResponse,
    nullable: true,
    description: 'With the round’s own settings; null until both runs have succeeded',
  })
  comparison!: RunComparisonResponse | null;
}

/** Settings that are tried together, the round’s own first. */
export class VariantsResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }) batchId!: string;
  @ApiProperty({ type: [VariantResponse] }) variants!: readonly VariantResponse[];

  static from({ batchId, variants }: VariantsView): VariantsResponse {
    return {
      batchId,
      variants: variants.map(({ run, comparison }) => ({
        run: RunResponse.from(run),
        comparison: comparison === null ? null : RunComparisonResponse.from(comparison),
      })),
    };
  }
}
