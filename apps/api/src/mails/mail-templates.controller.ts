import { IfMatch, Roles } from '#http';
import { ChangeMailText, MailTemplateQueries, PreviewMailText, SendMailTest } from '#notifications';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { MailTextRequest, PreviewMailTextRequest } from './dto/mail-text.request.js';
import {
  MailPreviewResponse,
  MailTemplateResponse,
  MailTemplatesResponse,
  MailTemplateTextResponse,
} from './dto/mail-text.response.js';

const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'The ETag that was read; "0" of a text that is the default',
  example: '"0"',
};

/** What the mails of a program say. */
@ApiTags('texts of mails')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/mail-templates')
export class MailTemplatesController {
  constructor(
    private readonly templates: MailTemplateQueries,
    private readonly change: ChangeMailText,
    private readonly previewText: PreviewMailText,
    private readonly sendTest: SendMailTest,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every mail whose text can be changed, with its tokens and its default text' })
  @ApiOkResponse({ type: MailTemplatesResponse })
  async list(@CurrentMember() actor: ProgramActor): Promise<MailTemplatesResponse> {
    const views = await this.templates.list(actor.programId);
    return { items: views.map((view) => MailTemplateResponse.from(view)) };
  }

  @Get(':key/:language')
  @ApiOperation({ summary: 'What a mail says to those who read in a language' })
  @ApiParam({ name: 'key', example: 'request-accepted' })
  @ApiParam({ name: 'language', example: 'de', description: 'ISO 639-1' })
  @ApiOkResponse({ type: MailTemplateTextResponse })
  async get(
    @Param('key') key: string,
    @Param('language') language: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailTemplateTextResponse> {
    return MailTemplateTextResponse.from(await this.templates.get(actor.programId, key, language));
  }

  @Put(':key/:language')
  @ApiOperation({ summary: 'Let it say something else; mails that wait to be sent say it too' })
  @ApiParam({ name: 'key', example: 'request-accepted' })
  @ApiParam({ name: 'language', example: 'de', description: 'ISO 639-1' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: MailTemplateTextResponse })
  async put(
    @Param('key') key: string,
    @Param('language') language: string,
    @IfMatch() version: number,
    @Body() text: MailTextRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailTemplateTextResponse> {
    await this.change.write({ key, language, version, text }, actor);
    return this.get(key, language, actor);
  }

  @Delete(':key/:language')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let it say the default again' })
  @ApiParam({ name: 'key', example: 'request-accepted' })
  @ApiParam({ name: 'language', example: 'de', description: 'ISO 639-1' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse()
  async reset(
    @Param('key') key: string,
    @Param('language') language: string,
    @IfMatch() version: number,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.change.reset({ key, language, version }, actor);
  }

  @Post(':key/:language/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'The mail as a reader would see it, with invented facts; nothing is sent' })
  @ApiParam({ name: 'key', example: 'request-accepted' })
  @ApiParam({ name: 'language', example: 'de', description: 'ISO 639-1' })
  @ApiOkResponse({ type: MailPreviewResponse })
  async preview(
    @Param('key') key: string,
    @Param('language') language: string,
    @Body() { text, participationId }: PreviewMailTextRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MailPreviewResponse> {
    return MailPreviewResponse.from(
      await this.previewText.execute({ key, language, text, participationId }, actor),
    );
  }

  @Post(':key/:language/test')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send it to oneself, marked as a test; at most 20 an hour' })
  @ApiParam({ name: 'key', example: 'request-accepted' })
  @ApiParam({ name: 'language', example: 'de', description: 'ISO 639-1' })
  @ApiAcceptedResponse({ description: 'It is on its way' })
  async test(
    @Param('key') key: string,
    @Param('language') language: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<void> {
    await this.sendTest.execute({ key, language }, actor);
  }
}
