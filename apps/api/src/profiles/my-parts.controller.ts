import { AnyMember } from '#http';
import { missingParts, ProfileQueries } from '#profiles';
import { ParticipationQueries, type ParticipationView, type ProgramActor, ProgramQueries } from '#programs';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { MyPartResponse, MyPartsResponse } from './dto/my-program.response.js';

/** Where one stands in a program. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('v1/programs/:programId/me')
export class MyPartsController {
  constructor(
    private readonly participations: ParticipationQueries,
    private readonly programs: ProgramQueries,
    private readonly profiles: ProfileQueries,
  ) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'One’s own parts in a program, and what each still lacks' })
  @ApiParam({ name: 'programId', format: 'uuid' })
  @ApiOkResponse({ type: MyPartsResponse })
  async get(@CurrentMember() actor: ProgramActor): Promise<MyPartsResponse> {
    const { settings } = await this.programs.getById(actor.programId);
    const own = await this.participations.listOfAccount(actor.programId, actor.accountId);
    const parts = own.map((part) => this.describe(part, settings.organisationInformsPeople));
    return { participations: await Promise.all(parts) };
  }

  private async describe(part: ParticipationView, informed: boolean): Promise<MyPartResponse> {
    const { role } = part;
    if (role !== 'mentor' && role !== 'mentee') return MyPartResponse.of(part, []);
    const profile = await this.profiles.findFull(part.programId, part.id, true);
    return MyPartResponse.of(part, missingParts(role, profile, informed || part.privacyConfirmedAt !== null));
  }
}
