import { AnyMember, BySite, IdParam, IfMatch, NotAllowedError, Roles } from '#http';
import { ProfileFields, type ProfileFieldView } from '#profiles';
import {
  ChangeParticipation,
  CorrectAddress,
  DecideApplication,
  GrantRole,
  isAdmin,
  type ParticipationFilter,
  ParticipationQueries,
  type ParticipationView,
  PlaceParticipation,
  type ProgramActor,
} from '#programs';
import type { FieldValue } from '#scoring';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { tableFile } from '../exports/table-file.js';
import {
  AddressRequest,
  DecisionRequest,
  GrantRoleRequest,
  ParticipationExportQuery,
  ParticipationsQuery,
  PlaceParticipationRequest,
} from './dto/participation.request.js';
import {
  ParticipationCountsResponse,
  ParticipationResponse,
  ParticipationsResponse,
} from './dto/participation.response.js';

const PEOPLE_COLUMNS = {
  participationId: ({ id }: ParticipationView) => id,
  name: ({ name }: ParticipationView) => name,
  email: ({ email }: ParticipationView) => email,
  role: ({ role }: ParticipationView) => role,
  state: ({ state }: ParticipationView) => state,
  source: ({ source }: ParticipationView) => source,
  since: ({ createdAt }: ParticipationView) => createdAt.toISOString(),
  stateSince: ({ stateChangedAt }: ParticipationView) => stateChangedAt.toISOString(),
  site: ({ site }: ParticipationView) => site,
  privacyConfirmed: ({ privacyConfirmedAt }: ParticipationView) => privacyConfirmedAt?.toISOString() ?? null,
};

interface PersonWithFields extends ParticipationView {
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** A column for each field, under a name that an import knows. */
function fieldColumns(
  fields: readonly ProfileFieldView[],
): Record<string, (person: PersonWithFields) => string | number | null> {
  return Object.fromEntries(
    fields.map(({ key }) => [
      `field:${key}`,
      ({ fields: values }: PersonWithFields) => {
        const value = values[key] ?? null;
        return typeof value === 'object' ? (value?.join('; ') ?? null) : value;
      },
    ]),
  );
}

/** Who takes part in a program. */
@ApiTags('participations')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId')
export class ParticipationsController {
  constructor(
    private readonly participations: ParticipationQueries,
    private readonly change: ChangeParticipation,
    private readonly decide: DecideApplication,
    private readonly grant: GrantRole,
    private readonly address: CorrectAddress,
    private readonly place: PlaceParticipation,
    private readonly fields: ProfileFields,
  ) {}

  @Get('participations')
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Everybody in the program' })
  @ApiOkResponse({ type: ParticipationsResponse })
  async list(
    @Query() query: ParticipationsQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationsResponse> {
    return ParticipationsResponse.from(
      await this.participations.list(actor.programId, narrowed(query, actor), query),
    );
  }

  @Get('participation-counts')
  @BySite()
  @Roles('owner', 'coordinator', 'sponsor')
  @ApiOperation({ summary: 'How many people there are, by role and state' })
  @ApiOkResponse({ type: ParticipationCountsResponse })
  async counts(@CurrentMember() actor: ProgramActor): Promise<ParticipationCountsResponse> {
    return ParticipationCountsResponse.from(await this.participations.counts(actor));
  }

  @Get('participation-export')
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Everybody in the program, as a file' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Query() { format = 'csv', ...filter }: ParticipationExportQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<StreamableFile> {
    const { programId } = actor;
    const fields = await this.fields.list(programId);
    return tableFile<PersonWithFields>({
      name: 'people',
      format,
      columns: { ...PEOPLE_COLUMNS, ...fieldColumns(fields) },
      read: async (page) => {
        const { items, nextCursor } = await this.participations.list(
          programId,
          narrowed(filter, actor),
          page,
        );
        const values = await this.fields.valuesOf(
          programId,
          items.map(({ id }) => id),
        );
        return { items: items.map((item) => ({ ...item, fields: values.get(item.id) ?? {} })), nextCursor };
      },
    });
  }

  @Get('participations/:participationId')
  @BySite()
  @AnyMember()
  @ApiOperation({ summary: 'A participation: one’s own, or anybody’s for admins' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async get(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    const found = await this.participations.getById(actor.programId, id);
    if (found.accountId !== actor.accountId && !isAdmin(actor)) throw new NotAllowedError();
    return ParticipationResponse.from(found);
  }

  @Post('participations/:participationId/approve')
  @BySite()
  @HttpCode(200)
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Say yes to an application' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async approve(
    @IdParam('participationId') id: string,
    @Body() input: DecisionRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    const decision = { participationId: id, decision: 'approve', note: input.note ?? null } as const;
    return ParticipationResponse.from(await this.decide.execute(decision, actor));
  }

  @Post('participations/:participationId/decline')
  @BySite()
  @HttpCode(200)
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Say no to an application' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async decline(
    @IdParam('participationId') id: string,
    @Body() input: DecisionRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    const decision = { participationId: id, decision: 'decline', note: input.note ?? null } as const;
    return ParticipationResponse.from(await this.decide.execute(decision, actor));
  }

  @Post('participations/:participationId/pause')
  @BySite()
  @HttpCode(200)
  @AnyMember()
  @ApiOperation({ summary: 'Take no new pairs for a while' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async pause(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.change.pause(id, actor));
  }

  @Post('participations/:participationId/resume')
  @BySite()
  @HttpCode(200)
  @AnyMember()
  @ApiOperation({ summary: 'Take new pairs again' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async resume(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.change.resume(id, actor));
  }

  @Post('participations/:participationId/leave')
  @BySite()
  @HttpCode(200)
  @AnyMember()
  @ApiOperation({ summary: 'Leave the program in this role' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async leave(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.change.leave(id, actor));
  }

  @Post('participations/:participationId/privacy-confirmation')
  @HttpCode(200)
  @AnyMember()
  @ApiOperation({
    summary: 'Confirm the program’s privacy notice; until then imported people are seen by nobody',
  })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ParticipationResponse })
  async confirmPrivacy(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.change.confirmPrivacy(id, actor));
  }

  @Patch('participations/:participationId')
  @Roles('owner', 'coordinator')
  @ApiOperation({
    summary: 'Say at which site somebody is; as an owner also to which site a coordinator is limited',
  })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: ParticipationResponse })
  async update(
    @IdParam('participationId') participationId: string,
    @IfMatch() version: number,
    @Body() { site, limitedToSite }: PlaceParticipationRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    const changes = {
      ...(site === undefined ? {} : { site }),
      ...(limitedToSite === undefined ? {} : { limitedToSite }),
    };
    return ParticipationResponse.from(
      await this.place.execute({ participationId, version, ...changes }, actor),
    );
  }

  @Put('participations/:participationId/address')
  @BySite()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Correct the address of somebody who was brought in and was not heard of since' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: ParticipationResponse })
  async correctAddress(
    @IdParam('participationId') participationId: string,
    @IfMatch() version: number,
    @Body() { email }: AddressRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    const corrected = await this.address.execute({ participationId, version, email }, actor);
    return ParticipationResponse.from(corrected);
  }

  @Post('participations/:participationId/roles')
  @Roles('owner')
  @ApiOperation({ summary: 'Give somebody a role in running the program' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiCreatedResponse({ type: ParticipationResponse })
  async grantRole(
    @IdParam('participationId') id: string,
    @Body() { role }: GrantRoleRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ParticipationResponse> {
    return ParticipationResponse.from(await this.grant.execute({ participationId: id, role }, actor));
  }
}

/** What is asked for, within the site of whoever asks. */
function narrowed(filter: ParticipationFilter, { site }: ProgramActor): ParticipationFilter {
  if (site === undefined) return filter;
  return { ...filter, site };
}
