import { migrateDatabase } from "#db/client";
/** `npm run seed` */
export async function run(): Promise<number> {
  migrateDatabase();
  return 0;
}
