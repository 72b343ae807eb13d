/** An XML file, or that there is none. */
export function xmlResponse(xml: string | undefined): Response {
  if (xml === undefined) return new Response("There is no such file.", { status: 404 });
  return new Response(xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
