import { serve } from "#delivery/serve";

await serve();
