import { ApiProperty } from '@nestjs/swagger';

/** All is well. */
export class HealthResponse {
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  status!: 'ok';
}
