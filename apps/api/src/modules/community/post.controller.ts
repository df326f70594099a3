import { Controller, Delete, Get, HttpCode, Patch, Post as PostTo, Put } from '@nestjs/common';
import { idParam, pageQuery } from '@troupe/contracts/http/common';
import {
  type CreatePostRequest,
  createPostRequest,
  type Likes,
  type Post,
  type PostChanges,
  type PostPage,
  type PostsPage,
  postChanges,
} from '@troupe/contracts/http/community';
import { type ReportReceipt, type ReportRequest, reportRequest } from '@troupe/contracts/http/moderation';
import type { z } from 'zod';
import { OpenToAll } from '../../platform/auth/access.guard.ts';
import { type Actor, CurrentActor, MaybeActor } from '../../platform/auth/actor.ts';
import { RateLimits } from '../../platform/rate-limit/rate-limits.ts';
import { ValidBody, ValidParam, ValidQuery } from '../../platform/validation/validate.ts';
import { BrowsePostsService } from './browse-posts.service.ts';
import { LikePostService } from './like-post.service.ts';
import { ReportPostService } from './report-post.service.ts';
import { WritePostService } from './write-post.service.ts';

@Controller()
export class PostController {
  constructor(
    private readonly browsing: BrowsePostsService,
    private readonly writing: WritePostService,
    private readonly liking: LikePostService,
    private readonly reporting: ReportPostService,
    private readonly rates: RateLimits,
  ) {}

  @Get('personas/:id/posts')
  @OpenToAll()
  async list(
    @MaybeActor() actor: Actor | undefined,
    @ValidParam(idParam) param: { id: string },
    @ValidQuery(pageQuery) query: z.output<typeof pageQuery>,
  ): Promise<PostsPage> {
    return this.browsing.list(param.id, actor, query);
  }

  @PostTo('personas/:id/posts')
  async create(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(createPostRequest) body: CreatePostRequest,
  ): Promise<Post> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.writing.create(actor, param.id, body);
  }

  @Get('posts/:id')
  @OpenToAll()
  async read(@MaybeActor() actor: Actor | undefined, @ValidParam(idParam) param: { id: string }): Promise<PostPage> {
    return this.browsing.read(param.id, actor);
  }

  @Patch('posts/:id')
  async change(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(postChanges) body: PostChanges,
  ): Promise<Post> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.writing.change(actor, param.id, body);
  }

  @Delete('posts/:id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<void> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    await this.writing.delete(actor, param.id);
  }

  @Put('posts/:id/like')
  async like(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Likes> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.liking.like(actor, param.id);
  }

  @Delete('posts/:id/like')
  async unlike(@CurrentActor() actor: Actor, @ValidParam(idParam) param: { id: string }): Promise<Likes> {
    await this.rates.takeOrThrow('taps', actor.userId);
    return this.liking.unlike(actor, param.id);
  }

  @PostTo('posts/:id/report')
  async report(
    @CurrentActor() actor: Actor,
    @ValidParam(idParam) param: { id: string },
    @ValidBody(reportRequest) body: ReportRequest,
  ): Promise<ReportReceipt> {
    await this.rates.takeOrThrow('user-writes', actor.userId);
    return this.reporting.report(actor, param.id, body);
  }
}
