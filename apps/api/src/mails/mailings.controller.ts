import { IdParam, IfMatch, PageQuery, Roles } from '#http';
import { MailingQueries, MoveMailing, PreviewMailing, SaveMailing } from '#notifications';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import {
  MailingRequest,
  PreviewMailingRequest,
  SendMailingRequest,
  toMailingInput,
} from './dto/mailing.request.js';
import { MailingPreviewResponse, MailingResponse, MailingsResponse } from './dto/mailing.response.js';

/** Mails, and series of mails, that admins write to many people of a program. */
@ApiTags('mailings')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/mailings')
export class MailingsController {
  constructor(
    private readonly mailings: MailingQueries,
    private readonly save: SaveMailing,
    private readonly move: MoveMailing,
    private readonly previewMailing: PreviewMailing,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Draft a mail, or a series of up to four, to a segment' })
  @ApiCreatedResponse({ type: MailingResponse })
  async create(
    @Body() body: MailingRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MailingResponse> {
    const id = await this.save.create(toMailingInput(body), actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/mailings/${id}`);
    return this.read(id, actor);
  }

  @Get()
  @ApiOperation({ summary: 'Mailings, newest first, with what has become of their mails' })
  @ApiOkResponse({ type: MailingsResponse })
  async list(@Query() page: PageQuery, @CurrentMember() actor: ProgramActor): Promise<MailingsResponse> {
    return MailingsResponse.from(await this.mailings.list(actor.programId, page));
  }

  @Get(':mailingId')
  @ApiOperation({ summary: 'A mailing' })
  @ApiParam({ name: 'mailingId', format: 'uuid' })
  @ApiOkResponse({ type: MailingResponse })
  async get(
    @IdParam('mailingId') mailingId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailingResponse> {
    return this.read(mailingId, actor);
  }

  @Put(':mailingId')
  @ApiOperation({ summary: 'Write a draft anew' })
  @ApiParam({ name: 'mailingId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: MailingResponse })
  async replace(
    @IdParam('mailingId') mailingId: string,
    @IfMatch() version: number,
    @Body() body: MailingRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailingResponse> {
    await this.save.replace({ mailingId, version, input: toMailingInput(body) }, actor);
    return this.read(mailingId, actor);
  }

  @Post(':mailingId/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whom it would reach now, and what five of them would read; nothing is sent' })
  @ApiParam({ name: 'mailingId', format: 'uuid' })
  @ApiOkResponse({ type: MailingPreviewResponse })
  async preview(
    @IdParam('mailingId') mailingId: string,
    @Body() { mail = 1 }: PreviewMailingRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailingPreviewResponse> {
    return MailingPreviewResponse.from(await this.previewMailing.execute(mailingId, mail - 1, actor));
  }

  @Post(':mailingId/send')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send it, now or later; a second time changes nothing' })
  @ApiParam({ name: 'mailingId', format: 'uuid' })
  @ApiOkResponse({ type: MailingResponse })
  async send(
    @IdParam('mailingId') mailingId: string,
    @Body() { sendAt }: SendMailingRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailingResponse> {
    await this.move.send(mailingId, sendAt ?? null, actor);
    return this.read(mailingId, actor);
  }

  @Post(':mailingId/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call it off; what waits to be sent is left out' })
  @ApiParam({ name: 'mailingId', format: 'uuid' })
  @ApiOkResponse({ type: MailingResponse })
  async cancel(
    @IdParam('mailingId') mailingId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailingResponse> {
    await this.move.cancel(mailingId, actor);
    return this.read(mailingId, actor);
  }

  private async read(mailingId: string, actor: ProgramActor): Promise<MailingResponse> {
    return MailingResponse.from(await this.mailings.get(actor.programId, mailingId));
  }
}
