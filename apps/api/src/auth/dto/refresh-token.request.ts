import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** A device's refresh token; a browser that signed in by a link sends it in a cookie instead. */
export class RefreshTokenRequest {
  @ApiPropertyOptional({ type: String, example: 'q8N5mZ0c4oQ1y0V9s5mWb0hJt7sHn4xPzKcL5dJt7sE' })
  @IsOptional()
  @IsString({ message: 'Give the refresh token as text.' })
  @MaxLength(200, { message: 'Give the refresh token unchanged.' })
  refreshToken?: string;
}
