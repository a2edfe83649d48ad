import { CurrentMember } from '../auth/actor.decorator.js';
import { IdParam, PageQuery, Roles } from '#http';
import { ImportFileMissingError, ImportQueries, PreviewImport, RequestImport } from '#profiles';
import type { ProgramActor } from '#programs';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ApplyImportRequest, UploadImportRequest } from './dto/import.request.js';
import { ImportPageResponse, ImportResponse, ImportRowPageResponse } from './dto/import.response.js';

/** Lists of people and pairs on their way in. */
@ApiTags('imports')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/imports')
export class ImportsController {
  constructor(
    private readonly preview: PreviewImport,
    private readonly request: RequestImport,
    private readonly queries: ImportQueries,
  ) {}

  @Post()
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiOperation({ summary: 'Upload a list and see what it holds; nobody is touched yet' })
  @ApiCreatedResponse({ type: ImportResponse })
  async upload(
    @CurrentMember() actor: ProgramActor,
    @Body() body: UploadImportRequest,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<ImportResponse> {
    if (file === undefined) throw new ImportFileMissingError();
    const { kind, mapping, fullList = false, holdMails = false } = body;
    const input = {
      kind,
      fullList,
      holdMails,
      fileName: file.originalname,
      bytes: file.buffer,
      ...(mapping === undefined ? {} : { mapping }),
    };
    const id = await this.preview.execute(input, actor);
    return ImportResponse.from(await this.queries.get(actor.programId, id));
  }

  @Get()
  @ApiOperation({ summary: 'Uploads, newest first' })
  @ApiOkResponse({ type: ImportPageResponse })
  async list(@CurrentMember() actor: ProgramActor, @Query() page: PageQuery): Promise<ImportPageResponse> {
    return ImportPageResponse.from(await this.queries.list(actor.programId, page));
  }

  @Get(':importId')
  @ApiOperation({ summary: 'An upload and where it stands' })
  @ApiOkResponse({ type: ImportResponse })
  async get(@CurrentMember() actor: ProgramActor, @IdParam('importId') id: string): Promise<ImportResponse> {
    return ImportResponse.from(await this.queries.get(actor.programId, id));
  }

  @Get(':importId/problems')
  @ApiOperation({ summary: 'Rows with problems, by row and column, with a suggested fix where there is one' })
  @ApiOkResponse({ type: ImportRowPageResponse })
  async problems(
    @CurrentMember() actor: ProgramActor,
    @IdParam('importId') id: string,
    @Query() page: PageQuery,
  ): Promise<ImportRowPageResponse> {
    return ImportRowPageResponse.from(await this.queries.listProblems(actor.programId, id, page));
  }

  @Get(':importId/rejected.csv')
  @ApiOperation({ summary: 'The rows that are left out, to correct and upload again' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async rejected(
    @CurrentMember() actor: ProgramActor,
    @IdParam('importId') id: string,
  ): Promise<StreamableFile> {
    const csv = await this.queries.rejectedCsv(actor.programId, id);
    return new StreamableFile(Buffer.from(csv, 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="rejected.csv"',
    });
  }

  @Post(':importId/apply')
  @HttpCode(202)
  @ApiOperation({ summary: 'Bring the good rows in; the worker does it, all or nothing' })
  @ApiAcceptedResponse({ type: ImportResponse })
  async apply(
    @CurrentMember() actor: ProgramActor,
    @IdParam('importId') id: string,
    @Body() { confirmPauses }: ApplyImportRequest,
  ): Promise<ImportResponse> {
    await this.request.execute(id, actor, confirmPauses ?? null);
    return ImportResponse.from(await this.queries.get(actor.programId, id));
  }
}
