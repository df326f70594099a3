import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/session/auth-options';
import { rememberDevice } from '@/lib/session/device-cookie';
import { answerSession } from '@/lib/session/session-endpoint';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  return nextauth[0] === 'session' ? answerSession(request) : NextAuth(request, context, authOptions(request.headers));
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(request.headers, await rememberDevice()));
}
