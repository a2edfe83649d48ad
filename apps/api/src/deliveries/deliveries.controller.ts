import { BySite, IdParam, Roles } from '#http';
import { DeliveryQueries, RetryDelivery } from '#notifications';
import type { ProgramActor } from '#programs';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../auth/actor.decorator.js';
import { DeliveriesQuery, DeliveryCountsQuery } from './dto/deliveries.query.js';
import { DeliveriesResponse, DeliveryCountsResponse, DeliveryResponse } from './dto/delivery.response.js';

/** The mail log of a program. */
@ApiTags('deliveries')
@ApiBearerAuth()
@ApiParam({ name: 'programId', format: 'uuid' })
@Roles('owner', 'coordinator')
@Controller('v1/programs/:programId/deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly retryDelivery: RetryDelivery,
  ) {}

  @Get()
  @BySite()
  @ApiOperation({ summary: 'Mails of the program, newest first; never what they said' })
  @ApiOkResponse({ type: DeliveriesResponse })
  async list(
    @Query() query: DeliveriesQuery,
    @CurrentMember() actor: ProgramActor,
  ): Promise<DeliveriesResponse> {
    const { state, kind, mailingId, participationId } = query;
    return DeliveriesResponse.from(
      await this.deliveries.list(
        actor.programId,
        { state, kind, mailingId, participationId, site: actor.site },
        query,
      ),
    );
  }

  @Get('counts')
  @BySite()
  @Roles('owner', 'coordinator', 'sponsor')
  @ApiOperation({ summary: 'How many mails of each kind are in which state' })
  @ApiOkResponse({ type: DeliveryCountsResponse })
  async count(
    @Query() { mailingId }: DeliveryCountsQuery,
    @CurrentMember() { programId, site }: ProgramActor,
  ): Promise<DeliveryCountsResponse> {
    return DeliveryCountsResponse.from(await this.deliveries.count(programId, { mailingId, site }));
  }

  @Post(':deliveryId/retry')
  @BySite()
  @HttpCode(200)
  @ApiOperation({ summary: 'Try a mail again that failed, was held back for its address, or grew too old' })
  @ApiParam({ name: 'deliveryId', format: 'uuid' })
  @ApiOkResponse({ type: DeliveryResponse })
  async retry(
    @IdParam('deliveryId') deliveryId: string,
    @CurrentMember() actor: ProgramActor,
  ): Promise<DeliveryResponse> {
    await this.retryDelivery.execute(deliveryId, actor);
    return DeliveryResponse.from(await this.deliveries.get(actor.programId, deliveryId));
  }
}
