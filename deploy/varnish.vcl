vcl 4.1;

# Varnish in front of National Update. Pages stay until something they show changes: the publication names the tags of
# each page (Cache-Tag) and, at each change, the tags that changed.
#
# Debian: apt-get install varnish
#         varnishd -a :80 -f /path/to/varnish.vcl -s malloc,256m -p http_gzip_support=off
# The last so that readers get brotli: by itself Varnish asks for gzip, whatever they can read.
# The publication: TRUSTED_PROXIES=127.0.0.1  PURGE_URLS=http://127.0.0.1:80/  HOST=127.0.0.1

import std;

backend national_update {
  .host = "127.0.0.1";
  .port = "3000";
  .first_byte_timeout = 30s;
}

# Where the publication runs, which may purge.
acl publication {
  "127.0.0.1";
  "::1";
}

# Where TLS ends in front of Varnish, if it does: what passes readers on over plain HTTP and says in X-Forwarded-For who they
# are. (What speaks the PROXY protocol needs no word here: `-a 127.0.0.1:8443,PROXY` beside `-a :80`.)
acl tls_proxy {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    # By now Varnish has added whoever it speaks with to X-Forwarded-For. Where that is all it says, nobody was passed on: not
    # by what ends TLS on the same machine either.
    if (client.ip !~ publication || req.http.X-Forwarded-For != "" + client.ip) {
      return (synth(403, "Not from here"));
    }
    # "article:12|section:3": any page that bears one of these.
    if (req.http.X-Purge-Tags) {
      ban("obj.http.Cache-Tag ~ (^|,)(" + req.http.X-Purge-Tags + ")(,|$)");
      # What was nothing a moment ago may be something now.
      ban("obj.status == 404 || obj.status == 410 || obj.status == 301 || obj.status == 308");
      return (synth(200, "Purged"));
    }
    return (synth(400, "No tags"));
  }
  # What a reader claims about the way here is not passed on. That readers come over TLS is said by PUBLIC_URL=https://….
  unset req.http.X-Forwarded-Host;
  unset req.http.X-Forwarded-Proto;
  unset req.http.Forwarded;
  if (client.ip !~ tls_proxy) {
    set req.http.X-Forwarded-For = client.ip;
  }
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  if (req.url ~ "^/(desk|sign-in|api/auth|api/preview|replies|preview)(/|$)") {
    return (pass);
  }
  # Pages know no cookies, and differ by encoding only. What has "q=0" is not wished.
  unset req.http.Cookie;
  if (req.http.Accept-Encoding ~ "(?i)\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
    set req.http.Accept-Encoding = "br";
  } elsif (req.http.Accept-Encoding ~ "(?i)\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }
  # A page fetched ahead and a page read are the same page.
  if (req.method == "HEAD" && req.http.X-Viewed) {
    return (pass);
  }
  return (hash);
}

sub vcl_hash {
  # One publication is one site: by whatever name somebody calls it, the page is the same.
  hash_data(req.url);
  if (req.http.Accept-Encoding) {
    hash_data(req.http.Accept-Encoding);
  }
  return (lookup);
}

sub vcl_backend_response {
  # `must-revalidate` marks what changes by the clock: then not a second of grace.
  if (beresp.http.Cache-Control ~ "must-revalidate") {
    set beresp.grace = 0s;
  }
  if (beresp.http.Cache-Control ~ "no-store") {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
  # A broken publication takes no page from those who have it.
  if (beresp.status >= 500 && bereq.is_bgfetch) {
    return (abandon);
  }
  return (deliver);
}

sub vcl_deliver {
  # Tells the page's script that the publication has not seen this reader, so that it tells of the view itself.
  if (obj.hits > 0) {
    set resp.http.Server-Timing = "kept";
  }
  unset resp.http.Cache-Tag;
  unset resp.http.Via;
  unset resp.http.X-Varnish;
}
