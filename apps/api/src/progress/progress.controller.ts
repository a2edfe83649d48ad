import { IdParam, Roles } from '#http';
import { RunUnknownError } from '#matching';
import { ImportUnknownError } from '#profiles';
import type { ProgramActor } from '#programs';
import { applyDecorators, Controller, Get, Headers, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import type { ProgressKind } from './progress.js';
import { ProgressStreams } from './progress-streams.js';

const Stream = (summary: string, id: string, example: object): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary,
      description:
        'Server-sent events: `progress` for each new state, `end` for the last one, comments as signs of life. Each event is the whole state, so nothing is lost by coming back with `Last-Event-ID`.',
    }),
    ApiParam({ name: id, format: 'uuid' }),
    ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event that was read' }),
    ApiProduces('text/event-stream'),
    ApiOkResponse({
      schema: {
        type: 'string',
        example: `id: 5f2c9a01b7e34d68\nevent: progress\ndata: ${JSON.stringify(example)}\n\n`,
      },
    }),
    ApiNoContentResponse({
      description: 'The last state was read already; there is nothing to come back for',
    }),
  );

/** What is under way, told as it happens. */
@ApiTags('progress')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId')
export class ProgressController {
  constructor(private readonly streams: ProgressStreams) {}

  @Get('runs/:runId/events')
  @Stream('Follow a run until it ends', 'runId', {
    state: 'running',
    progress: 40,
    stage: 'scoring',
    failure: null,
  })
  async run(
    @IdParam('runId') id: string,
    @CurrentMember() actor: ProgramActor,
    @Headers() headers: Record<string, string | undefined>,
    @Res() response: Response,
  ): Promise<void> {
    await this.follow('run', id, actor, headers, response);
  }

  @Get('imports/:importId/events')
  @Stream('Follow an import until it waits for somebody or has ended', 'importId', {
    state: 'applying',
    rowCount: 278,
    goodCount: 276,
    badCount: 2,
  })
  async import(
    @IdParam('importId') id: string,
    @CurrentMember() actor: ProgramActor,
    @Headers() headers: Record<string, string | undefined>,
    @Res() response: Response,
  ): Promise<void> {
    await this.follow('import', id, actor, headers, response);
  }

  @Get('runs/:runId/publication-events')
  @Stream('Follow the mails of a publication until none is due', 'runId', {
    state: 'sending',
    pairs: 120,
    due: 40,
    sent: 199,
    failed: 1,
    dropped: 0,
  })
  async publication(
    @IdParam('runId') id: string,
    @CurrentMember() actor: ProgramActor,
    @Headers() headers: Record<string, string | undefined>,
    @Res() response: Response,
  ): Promise<void> {
    await this.follow('publication', id, actor, headers, response);
  }

  private async follow(
    kind: ProgressKind,
    id: string,
    actor: ProgramActor,
    headers: Record<string, string | undefined>,
    response: Response,
  ): Promise<void> {
    await this.streams.follow(
      { kind, id, programId: actor.programId },
      { actor, authorization: headers['authorization'] },
      response,
      {
        lastEventId: headers['last-event-id'] ?? null,
        unknown: () => (kind === 'import' ? new ImportUnknownError() : new RunUnknownError()),
      },
    );
  }
}
