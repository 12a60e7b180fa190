"""A session without a browser: fast reading of many pages, and forms sent as no page of ours would send them."""

import html
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

from demo import ROOT

ROUTES = (ROOT / "Sources/Web/App/Routes.swift").read_text()


def declared(method):
    """The routes of the site, as `Routes.swift` declares them."""
    return re.findall(rf'routes\.\w+\({method}: "([^"]+)"', ROUTES)


def pattern_of(path, routes):
    """The route that a path belongs to; literal segments win over parameters."""
    parts = path.split("?")[0].split("#")[0].strip("/").split("/")
    fitting = [
        route for route in routes
        if len(segments := route.strip("/").split("/")) == len(parts)
        and all(segment.startswith(":") or segment == part for segment, part in zip(segments, parts))]
    return min(fitting, key=lambda route: route.count(":"), default=None)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Visit:
    """Cookies, addresses and forms of one visitor."""

    def __init__(self, demo, first_name=None):
        self.demo = demo
        # Secure cookies go to localhost without TLS, as in a browser.
        policy = http.cookiejar.DefaultCookiePolicy(secure_protocols=("http", "https"))
        self.cookies = http.cookiejar.CookieJar(policy)
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies), NoRedirect())
        if first_name:
            status, _, _ = self.get(demo.links[first_name])
            assert status == 303, status

    def ask(self, path, data=None, headers=()):
        """Status, headers, text; a redirect is answered as it is."""
        request = urllib.request.Request(self.demo.address + path, data=data, headers=dict(headers))
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read().decode()

    def get(self, path):
        return self.ask(path)

    def post(self, path, fields, headers=()):
        return self.ask(path, urllib.parse.urlencode(fields, doseq=True).encode(), headers)

    def token(self):
        """The form token of this session."""
        _, _, page = self.get("/compte")
        return html.unescape(re.search(r'name="jeton" value="([^"]+)"', page)[1])

    def form(self, path, action):
        """The fields of a form as the browser would send them untouched: hidden ones, and those that hold something."""
        return self.fields(self.get(path)[2], action)

    def fields(self, page, action):
        body, fields = self._body(page, action), {}
        for attributes, tag in self._inputs(body):
            if attributes.get("type") in ("radio", "checkbox") and " checked" not in tag:
                continue
            if attributes.get("type") == "checkbox":
                fields[attributes["name"]] = [*fields.get(attributes["name"], []), attributes.get("value", "")]
            elif "name" in attributes:
                fields[attributes["name"]] = attributes.get("value", "")
        for name, lines in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', body, re.S):
            chosen = re.search(r'value="([^"]*)" selected', lines)
            fields[name] = html.unescape(chosen[1]) if chosen else ""
        for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', body, re.S):
            fields[name] = html.unescape(text)
        return fields

    def free(self, page, action):
        """The fields of a form that take any text from a hand."""
        body = self._body(page, action)
        typed = [a["name"] for a, _ in self._inputs(body) if a.get("type", "text") in ("text", "search", "tel", "email") and "name" in a]
        return typed + re.findall(r'<textarea[^>]*name="([^"]+)"', body)

    def choices(self, page, action):
        """Names and values of the buttons to choose among."""
        return [(a["name"], a.get("value", "")) for a, _ in self._inputs(self._body(page, action)) if a.get("type") == "radio"]

    def _body(self, page, action):
        found = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.S)
        assert found, f"no form to {action} in {page[:3000]}"
        return found[1]

    def _inputs(self, body):
        for tag in re.findall(r"<input[^>]*>", body):
            yield {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}, tag

    def links(self, page):
        return {
            html.unescape(link).split("#")[0]
            for link in re.findall(r'<a[^>]*href="(/[^"]*)"', page) if not link.startswith("/assets")}

    def walk(self, start="/aujourdhui", per_route=3):
        """Every page that links lead to from `start`, a few for each route: path → (route, text)."""
        routes, seen, count, queue = declared("get"), {}, {}, [start]
        while queue:
            path = queue.pop(0)
            route = pattern_of(path, routes)
            if path in seen or route is None or count.get((route, "?" in path), 0) >= per_route:
                continue
            count[(route, "?" in path)] = count.get((route, "?" in path), 0) + 1
            status, headers, page = self.get(path)
            if status in (302, 303):
                queue.append(headers["Location"])
                continue
            assert status == 200, f"{path} answered {status}"
            seen[path] = (route, page)
            queue += sorted(self.links(page))
        return seen
