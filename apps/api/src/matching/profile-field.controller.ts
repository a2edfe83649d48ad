import { AnyMember, IdParam, IfMatch, Roles } from '#http';
import { DeleteProfileField } from '#matching';
import { AddProfileField, ChangeProfileField, ProfileFields } from '#profiles';
import type { ProgramActor } from '#programs';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentMember } from '../auth/actor.decorator.js';
import { AddProfileFieldRequest, ChangeProfileFieldRequest } from '../profiles/dto/profile-field.request.js';
import { ProfileFieldResponse, ProfileFieldsResponse } from '../profiles/dto/profile-field.response.js';

/** What a program asks of its people beside what every profile has. */
@ApiTags('profiles')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Controller('v1/programs/:programId/profile-fields')
export class ProfileFieldController {
  constructor(
    private readonly fields: ProfileFields,
    private readonly addField: AddProfileField,
    private readonly changeField: ChangeProfileField,
    private readonly deleteField: DeleteProfileField,
  ) {}

  @Get()
  @AnyMember()
  @ApiOperation({ summary: 'The program’s own fields, in the order of forms' })
  @ApiOkResponse({ type: ProfileFieldsResponse })
  async list(@CurrentMember() { programId }: ProgramActor): Promise<ProfileFieldsResponse> {
    return ProfileFieldsResponse.from(await this.fields.list(programId));
  }

  @Post()
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Add a field: at most 30 in a program' })
  @ApiCreatedResponse({ type: ProfileFieldResponse })
  async add(
    @Body() body: AddProfileFieldRequest,
    @CurrentMember() actor: ProgramActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProfileFieldResponse> {
    const id = await this.addField.execute(body, actor);
    response.setHeader('Location', `/v1/programs/${actor.programId}/profile-fields/${id}`);
    return ProfileFieldResponse.from(await this.fields.get(actor.programId, id));
  }

  @Get(':fieldId')
  @AnyMember()
  @ApiOperation({ summary: 'A field' })
  @ApiParam({ name: 'fieldId', format: 'uuid' })
  @ApiOkResponse({ type: ProfileFieldResponse })
  async get(
    @IdParam('fieldId') id: string,
    @CurrentMember() { programId }: ProgramActor,
  ): Promise<ProfileFieldResponse> {
    return ProfileFieldResponse.from(await this.fields.get(programId, id));
  }

  @Patch(':fieldId')
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Change a field; options that somebody has chosen stay' })
  @ApiParam({ name: 'fieldId', format: 'uuid' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: ProfileFieldResponse })
  async update(
    @IdParam('fieldId') id: string,
    @IfMatch() version: number,
    @Body() changes: ChangeProfileFieldRequest,
    @CurrentMember() actor: ProgramActor,
  ): Promise<ProfileFieldResponse> {
    await this.changeField.execute({ id, version, changes }, actor);
    return ProfileFieldResponse.from(await this.fields.get(actor.programId, id));
  }

  @Delete(':fieldId')
  @HttpCode(204)
  @Roles('owner', 'coordinator')
  @ApiOperation({ summary: 'Delete a field with all that people put in, unless rules name it' })
  @ApiParam({ name: 'fieldId', format: 'uuid' })
  @ApiNoContentResponse()
  async delete(@IdParam('fieldId') id: string, @CurrentMember() actor: ProgramActor): Promise<void> {
    await this.deleteField.execute(id, actor);
  }
}
