"""The rule on hosts, exhausted; and what identifies an object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.sync.dav import address_from, collection_path_of, lies_in, path_of
from lcdesk.sync.dav.addresses import (
    ICLOUD,
    ICLOUD_VARIABLE,
    AllowedHosts,
    escape_href,
    icloud_address,
    join,
    origin_of,
    target_as_spelled,
)
from lcdesk.sync.errors import ForeignHost


def is_allowed(hosts: AllowedHosts, url: str) -> bool:
    try:
        hosts.check(url)
    except ForeignHost:
        return False
    return True


class TestICloud:
    @pytest.mark.parametrize(
        "url",
        [
            "https://icloud.com/",
            "https://caldav.icloud.com/",
            "https://p34-caldav.icloud.com:443/1/calendars/",
            "https://P34-CALDAV.ICLOUD.COM./",
        ],
    )
    def test_its_own_hosts(self, url: str) -> None:
        assert is_allowed(AllowedHosts(Provider.ICLOUD, ICLOUD), url)

    @pytest.mark.parametrize(
        "url",
        [
            "http://caldav.icloud.com/",
            "http://127.0.0.1/",
            "https://127.0.0.1/",
            "https://evilicloud.com/",
            "https://icloud.com.evil.org/",
            "https://icloud.com@evil.org/",
            "https://evil.org#@icloud.com/",
            "https://evil.org\\@icloud.com/",
            "https://evil.org\\.icloud.com/",
            "https://evil.org /.icloud.com/",
            "https://evil.org\t.icloud.com/",
            "https://evil.org?.icloud.com/",
            "https://example.com/",
            "ftp://icloud.com/",
            "//icloud.com/",
            "icloud.com",
            "https://icloud.com:0x/",
            "",
        ],
    )
    def test_nothing_else(self, url: str) -> None:
        hosts = AllowedHosts(Provider.ICLOUD, ICLOUD)
        assert not is_allowed(hosts, url)
        with pytest.raises(ForeignHost):
            hosts.admit_home(url)
        assert not is_allowed(hosts, url)

    @given(st.text(max_size=40))
    def test_any_host_text(self, text: str) -> None:
        url = f"https://{text}/"
        if is_allowed(AllowedHosts(Provider.ICLOUD, ICLOUD), url):
            host = origin_of(url).host
            assert host == "icloud.com" or host.endswith(".icloud.com")


class TestOtherServers:
    def test_its_own_host_and_the_homes(self) -> None:
        hosts = AllowedHosts(Provider.CALDAV, "https://dav.example.org/")
        assert is_allowed(hosts, "https://dav.example.org:443/x")
        assert not is_allowed(hosts, "https://dav.example.org:8443/")
        assert not is_allowed(hosts, "https://pool.example.org/")
        hosts.admit_home("https://pool.example.org/home/")
        assert is_allowed(hosts, "https://pool.example.org/home/a/")
        assert not is_allowed(hosts, "http://pool.example.org/home/a/")
        with pytest.raises(ForeignHost):
            hosts.admit_home("http://pool.example.org/")
        assert not is_allowed(hosts, "https://icloud.com/")

    def test_loopback(self) -> None:
        hosts = AllowedHosts(Provider.CALDAV, "http://127.0.0.1:5232/")
        assert is_allowed(hosts, "http://127.0.0.1:5232/x")
        assert not is_allowed(hosts, "http://127.0.0.1:5233/")
        assert not is_allowed(hosts, "http://localhost:5232/")
        hosts.admit_home("http://[::1]:5233/")
        assert is_allowed(hosts, "http://[::1]:5233/")
        assert is_allowed(
            AllowedHosts(Provider.ICLOUD, "http://localhost:9/"), "http://localhost:9/"
        )


class TestTyped:
    @pytest.mark.parametrize(
        ("typed", "address"),
        [
            ("dav.example.org", "https://dav.example.org/"),
            (" https://Dav.Example.org/Remote.php/dav ", "https://dav.example.org/Remote.php/dav"),
            ("dav.example.org:8443/x/", "https://dav.example.org:8443/x/"),
            ("https://dav.example.org:443/?a=b", "https://dav.example.org/"),
            ("http://localhost:5232", "http://localhost:5232/"),
            ("http://[::1]:5232/a/", "http://[::1]:5232/a/"),
        ],
    )
    def test_good(self, typed: str, address: str) -> None:
        assert address_from(typed) == address

    @pytest.mark.parametrize(
        "typed",
        [
            "", " ", "http://dav.example.org/", "https://", "ftp://example.org", "a b", "https://x:y/",
            "https://ana:geheim@example.org/", "caldavs://example.org/",
        ],
    )  # fmt: skip
    def test_bad(self, typed: str) -> None:
        with pytest.raises(InvalidInput) as refused:
            address_from(typed)
        assert "geheim" not in refused.value.message

    def test_a_server_behind_a_tls_proxy(self) -> None:
        base = "https://dav.example.org:8443/"
        assert join(base, "http://dav.example.org/a/") == "https://dav.example.org:8443/a/"
        assert join(base, "http://dav.example.org:80/a/") == "https://dav.example.org:8443/a/"
        assert join(base, "http://dav.example.org:81/a/") == "http://dav.example.org:81/a/"
        assert join(base, "http://example.org/a/") == "http://example.org/a/"


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (None, ICLOUD),
        ("", ICLOUD),
        ("https://evil.org/", ICLOUD),
        ("http://evil.org/", ICLOUD),
        ("nonsense", ICLOUD),
        ("http://127.0.0.1:99/", "http://127.0.0.1:99/"),
        ("https://localhost:99/", "https://localhost:99/"),
    ],
)
def test_the_variable_for_tests_is_loopback_only(value: str | None, address: str) -> None:
    environment = {} if value is None else {ICLOUD_VARIABLE: value}
    assert icloud_address(environment) == address


class TestPaths:
    @pytest.mark.parametrize(
        ("href", "path"),
        [
            ("/a/b%40c.ics", "/a/b@c.ics"),
            ("/a/b@c.ics", "/a/b@c.ics"),
            ("https://p1.icloud.com:443/a/b@c.ics", "/a/b@c.ics"),
            ("b%40c.ics", "/a/b@c.ics"),
            (" /a/b%20c.ics\n", "/a/b c.ics"),
            ("/a/b%2Fc.ics", "/a/b%2Fc.ics"),
            ("/a/b%2fc.ics", "/a/b%2Fc.ics"),
            ("/a/%C3%A4.ics", "/a/ä.ics"),
            ("/a/ä.ics", "/a/ä.ics"),
            ("/a/%FF.ics", "/a/%FF.ics"),
            ("/%FF/b%40c.ics", "/%FF/b%40c.ics"),
            ("/a%2fb/c%40d.ics", "/a%2Fb/c@d.ics"),
            ("/%C3%A4/%C3%A4.ics", "/ä/ä.ics"),
            ("/x/../a/b.ics?q#f", "/a/b.ics"),
            ("", "/a/"),
        ],
    )
    def test_spellings_of_one_object(self, href: str, path: str) -> None:
        assert path_of(href, "https://caldav.icloud.com/a/") == path

    @pytest.mark.parametrize(
        ("href", "lies"),
        [
            ("/a%40b/work/x.ics", True),
            ("https://p42-caldav.icloud.com:443/a@b/work/x.ics", True),
            ("x.ics", True),
            ("/a@b/work/%FF.ics", True),
            ("/a@b/work/x%2Fy.ics", True),
            ("/a@b/work/", False),
            ("/a@b/work", False),
            ("/a@b/work2/x.ics", False),
            ("/a@b/work/../family/x.ics", False),
            ("/a@b/work/%2E%2e/family/x.ics", False),
            ("/a@b/work/..%2Ffamily%2Fx.ics", False),
            ("/a@b/work/%2e%2e", False),
            ("/a@b/work/sub/x.ics", False),
        ],
    )
    def test_what_lies_in_a_collection(self, href: str, lies: bool) -> None:
        assert lies_in(href, "/a@b/work/", "https://caldav.icloud.com/a%40b/work/") is lies

    def test_collections(self) -> None:
        assert collection_path_of("/a/b%20c") == collection_path_of("/a/b c/") == "/a/b c/"

    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
    def test_it_never_fails_and_is_storable(self, text: str) -> None:
        path = path_of(f"/{text}", "https://h/")
        assert path.startswith("/")
        path.encode("utf-8")

    @pytest.mark.parametrize(
        ("href", "url"),
        [
            ("b c.ics", "https://h/a/b%20c.ics"),
            ("/ä/\\x%40@.ics", "https://h/%C3%A4/%5Cx%40@.ics"),
            ("\\\\evil\\x", "https://h/a/%5C%5Cevil%5Cx"),
            ("x.ics#part", "https://h/a/x.ics"),
            ("https://h:443/a/x.ics?y=%20", "https://h:443/a/x.ics?y=%20"),
        ],
    )
    def test_only_what_is_illegal_is_encoded(self, href: str, url: str) -> None:
        assert join("https://h/a/", href) == url

    @pytest.mark.parametrize(
        "href", ["http://[::1/", "//[", "http://[zz]/a.ics", "http://\u2100.com/"]
    )
    def test_an_address_that_names_no_place_is_a_foreign_one(self, href: str) -> None:
        with pytest.raises(ForeignHost):
            join("https://dav.example.org/a/", href)
        with pytest.raises(ForeignHost):
            path_of(href, "https://dav.example.org/a/")

    def test_the_target_is_as_spelled(self) -> None:
        assert target_as_spelled("https://h/a%40b/@?x=%20#f") == "/a%40b/@?x=%20"
        assert target_as_spelled("https://h") == "/"


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("/c/qu?estion.ics", "/c/qu%3Festion.ics"),
        ("/c/a#b.ics", "/c/a%23b.ics"),
        ("/c/100%.ics", "/c/100%25.ics"),
        ("/c/50%zz.ics", "/c/50%25zz.ics"),
        ("/c/two words.ics", "/c/two%20words.ics"),
        ("https://h.example:443/c/a?b.ics", "https://h.example:443/c/a%3Fb.ics"),
        ("//h.example/c/a?b.ics", "//h.example/c/a%3Fb.ics"),
        ("/c/already%3F%23%25%20.ics", "/c/already%3F%23%25%20.ics"),
        ("/c/a%2Fb@c;d=1,2.ics", "/c/a%2Fb@c;d=1,2.ics"),
    ],
)
def test_a_name_that_is_listed_unescaped_is_asked_for_escaped(listed: str, asked: str) -> None:
    assert escape_href(listed) == asked
    assert escape_href(asked) == asked
