import {
  AcceptPrivacy,
  AccountQueries,
  type Actor,
  DeviceQueries,
  RevokeDevice,
  UpdateAccount,
} from '#accounts';
import { IdParam, IfMatch, SignedIn } from '#http';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor } from '../auth/actor.decorator.js';
import { AccountResponse } from './dto/account.response.js';
import { DeviceResponse, DevicesResponse } from './dto/device.response.js';
import { UpdateAccountRequest } from './dto/update-account.request.js';

/** One's own account. */
@ApiTags('me')
@ApiBearerAuth()
@SignedIn()
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly updateAccount: UpdateAccount,
    private readonly privacy: AcceptPrivacy,
    private readonly devices: DeviceQueries,
    private readonly revoke: RevokeDevice,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One’s own account' })
  @ApiOkResponse({ type: AccountResponse })
  async get(@CurrentActor() actor: Actor): Promise<AccountResponse> {
    return AccountResponse.from(await this.accounts.getById(actor.accountId));
  }

  @Patch()
  @ApiOperation({ summary: 'Change name, time zone or language' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read', example: '"3"' })
  @ApiOkResponse({ type: AccountResponse })
  async update(
    @IfMatch() version: number,
    @Body() changes: UpdateAccountRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AccountResponse> {
    return AccountResponse.from(await this.updateAccount.execute({ version, changes }, actor));
  }

  @Post('privacy-acceptance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept the privacy notice' })
  @ApiOkResponse({ type: AccountResponse })
  async acceptPrivacy(@CurrentActor() actor: Actor): Promise<AccountResponse> {
    return AccountResponse.from(await this.privacy.execute(actor));
  }

  @Get('devices')
  @ApiOperation({ summary: 'Where one is signed in' })
  @ApiOkResponse({ type: DevicesResponse })
  async listDevices(@CurrentActor() actor: Actor): Promise<DevicesResponse> {
    const devices = await this.devices.listOf(actor.accountId);
    return { items: devices.map((device) => DeviceResponse.from(device, actor)) };
  }

  @Delete('devices/:deviceId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign a device out' })
  @ApiParam({ name: 'deviceId', format: 'uuid' })
  @ApiNoContentResponse()
  async revokeDevice(@IdParam('deviceId') deviceId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.revoke.execute({ deviceId }, actor);
  }
}
