import { Database } from '#database';
import { Public, UnavailableError } from '#http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { missingMigrations } from '../../../migrate/src/missing-migrations.js';
import { HealthResponse } from './dto/health.response.js';

/** For whoever keeps the process running. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiOkResponse({ type: HealthResponse })
  live(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether it can serve: PostgreSQL answers and is migrated' })
  @ApiOkResponse({ type: HealthResponse })
  async ready(): Promise<HealthResponse> {
    const missing = await missingMigrations(this.db).catch(() => null);
    if (missing === null || missing.length > 0) throw new UnavailableError();
    return { status: 'ok' };
  }
}
