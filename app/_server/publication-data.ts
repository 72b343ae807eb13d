import { sizeNear } from "#exchange/feeds/article-html";
import { organization } from "#exchange/structured-data/organization";
import { publicUrl } from "./public-url";
import { findLogo, findSettings } from "./site-queries";

/** What every page that says whose it is tells search engines of the publication. */
export async function dataOfPublication() {
  const { origin } = publicUrl();
  const logo = await findLogo();
  const path = logo && sizeNear(logo, 640)?.path;
  return organization(await findSettings(), origin, path && origin + path);
}
