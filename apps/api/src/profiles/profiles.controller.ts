import { AnyMember, BySite, IdParam, IfMatchOnEdit, NotFoundError } from '#http';
import { ProfileQueries, type ProfileRole, PutProfile } from '#profiles';
import type { ProgramActor } from '#programs';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { PutProfileRequest } from './dto/profile.request.js';
import { ProfileResponse } from './dto/profile.response.js';

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'The ETag that was read; left out while there is no profile',
  example: '"3"',
};

/** Profiles: one's own, and others' as far as one may see them. */
@ApiTags('profiles')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@AnyMember()
@Controller('v1/programs/:programId')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly putProfile: PutProfile,
  ) {}

  @Get('participations/:participationId/profile')
  @BySite()
  @ApiOperation({ summary: 'Somebody’s profile; in full for the person and for admins' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiOkResponse({ type: ProfileResponse })
  async get(
    @IdParam('participationId') id: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProfileResponse> {
    return ProfileResponse.from(await this.profiles.getForViewer(id, actor));
  }

  @Put('participations/:participationId/profile')
  @BySite()
  @ApiOperation({ summary: 'Write one’s own profile, or somebody’s on their behalf as an admin' })
  @ApiParam({ name: 'participationId', format: 'uuid' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ProfileResponse })
  async put(
    @IdParam('participationId') participationId: string,
    @IfMatchOnEdit() version: number | null,
    @Body() profile: PutProfileRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProfileResponse> {
    return ProfileResponse.from(await this.putProfile.execute({ participationId, version, profile }, actor));
  }

  @Get('me/profiles/:role')
  @ApiOperation({ summary: 'One’s own profile in a role' })
  @ApiParam({ name: 'role', enum: ['mentor', 'mentee'] })
  @ApiOkResponse({ type: ProfileResponse })
  async getOwn(@Param('role') role: string, @CurrentMember() actor: ProgramActor): Promise<ProfileResponse> {
    return ProfileResponse.from(await this.profiles.getOwn(profileRole(role), actor));
  }

  @Put('me/profiles/:role')
  @ApiOperation({ summary: 'Write one’s own profile in a role' })
  @ApiParam({ name: 'role', enum: ['mentor', 'mentee'] })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ProfileResponse })
  async putOwn(
    @Param('role') role: string,
    @IfMatchOnEdit() version: number | null,
    @Body() profile: PutProfileRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProfileResponse> {
    const participationId = this.profiles.ownId(profileRole(role), actor);
    return ProfileResponse.from(await this.putProfile.execute({ participationId, version, profile }, actor));
  }
}

function profileRole(text: string): ProfileRole {
  if (text !== 'mentor' && text !== 'mentee') throw new NotFoundError('This role');
  return text;
}
