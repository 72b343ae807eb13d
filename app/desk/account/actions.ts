"use server";

import { redirect } from "next/navigation";
import { requireAccount } from "#app/_server/session";
import { signOutHere } from "#app/_server/sign-in";

export async function signOut(): Promise<void> {
  await requireAccount();
  await signOutHere();
  redirect("/sign-in");
}
