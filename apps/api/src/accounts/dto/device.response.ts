import type { Actor, DeviceView } from '#accounts';
import { ApiProperty } from '@nestjs/swagger';

/** A signed-in device. */
export class DeviceResponse {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' })
  userAgent!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T09:14:02.000Z' })
  signedInAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-09T18:20:41.000Z' })
  lastUsedAt!: string;

  @ApiProperty({ description: 'Whether this very request comes from it', example: true })
  current!: boolean;

  /** The answer for a device, as the actor's device sees it. */
  static from(device: DeviceView, actor: Actor): DeviceResponse {
    return {
      id: device.id,
      userAgent: device.userAgent,
      signedInAt: device.signedInAt.toISOString(),
      lastUsedAt: device.lastUsedAt.toISOString(),
      current: device.id === actor.deviceId,
    };
  }
}

/** All devices of an account; there are few. */
export class DevicesResponse {
  @ApiProperty({ type: [DeviceResponse] })
  items!: DeviceResponse[];
}
