import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#app/_server/auth";
import { isOverHttps, isOwnPost } from "#app/_server/visitor";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions(await isOverHttps()));
}

export { answer as GET };

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!(await isOwnPost())) return new Response("This address takes posts of its own pages only.", { status: 403 });
  return answer(request, context);
}
