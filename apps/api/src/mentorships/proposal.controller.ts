import { IdParam, Roles } from '#http';
import { ConfirmProposal, DeclineProposal, MentorshipQueries } from '#mentorships';
import type { ProgramActor } from '#programs';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { MentorshipResponse } from './dto/mentorship.response.js';

/** Answers to proposed mentorships, where a round asks people before their pairs start. */
@ApiTags('mentorships')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@ApiParam({ name: 'mentorshipId', format: 'uuid' })
@Roles('mentee', 'mentor')
@Controller('v1/programs/:programId/mentorships/:mentorshipId')
export class ProposalController {
  constructor(
    private readonly confirmProposal: ConfirmProposal,
    private readonly declineProposal: DeclineProposal,
    private readonly mentorships: MentorshipQueries,
  ) {}

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say yes to a proposed mentorship; with the last yes it starts' })
  @ApiOkResponse({ type: MentorshipResponse })
  async confirm(
    @IdParam('mentorshipId') mentorshipId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.confirmProposal.execute({ mentorshipId, programId: actor.programId }, actor);
    return this.read(mentorshipId, actor);
  }

  @Post('decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no to a proposed mentorship, without a reason' })
  @ApiOkResponse({ type: MentorshipResponse })
  async decline(
    @IdParam('mentorshipId') mentorshipId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<MentorshipResponse> {
    await this.declineProposal.execute({ mentorshipId, programId: actor.programId }, actor);
    return this.read(mentorshipId, actor);
  }

  private async read(id: string, actor: ProgramActor): Promise<MentorshipResponse> {
    return MentorshipResponse.from(await this.mentorships.get(id, actor));
  }
}
