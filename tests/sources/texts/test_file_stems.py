import pytest

from evidence.sources.texts.file_stems import file_stem


@pytest.mark.parametrize(
    ("key", "stem"),
    [
        ("chen2018", "chen2018"),
        ("DBLP:conf/iron/Chen18", "DBLP_conf_iron_Chen18"),
        ('a\\b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        ("mu\u0308ller2020", "m\u00fcller2020"),
        ("chen.v2", "chen.v2"),
    ],
)
def test_a_file_is_called_as_its_key_but_for_what_file_names_cannot_hold(
    key: str, stem: str
) -> None:
    assert file_stem(key) == stem
