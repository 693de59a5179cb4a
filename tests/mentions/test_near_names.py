"""Names that stand side by side in one language, and what no one writer exchanges: two people; the habits beside them: one."""

from __future__ import annotations

import pytest
from benchmark_programs import benchmark

from factcheck.mentions.likeness import SAME, same_person
from factcheck.mentions.name_matches import Folder
from factcheck.rulebook import load_rules

RULES = load_rules()
FOLDER = Folder(RULES)
READER = benchmark("full_names").FullNameReader(RULES)


def score(left: str, right: str) -> float:
    return same_person(READER.read(left), READER.read(right), FOLDER)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Salim Khoury", "Salem Khoury", "both Arabic given names of the list"),
        ("Dragan Bačić", "Dragan Bakić", "both Serbian surnames of the list"),
        ("Shinji Oda", "Shinji Ota", "both Japanese surnames of the list"),
        ("Milos Kostic", "Milos Gostic", "no habit of Serbian exchanges g and k"),
        ("Vasily Batov", "Vasily Vatov", "nor one of Russian b and v"),
        ("Denis Shirokov", "Denis Shirkov", "a letter left out of a Russian surname makes another"),
        ("Tamar Gogoladze", "Tamar Gogolidze", "each vowel of a Georgian surname tells"),
        ("Timur Bekov", "Timur Begov", "one letter of a short surname"),
        ("Hwang Do-yun", "Hwang Do-yeon", "Korean syllables that no system writes alike"),
        ("Feng Xiaogang", "Feng Xiaokang", "both written in pinyin"),
        ("Zhou Jun", "Zhu Jun", "no Korean syllable is written Zhou"),
        ("Stefan Köhler", "Stefan Kohler", "without the mark it is another frequent surname"),
        ("Nazım Hikmet", "Nazmi Hikmet", "letters swapped at the end of a given name"),
        ("Kim Yu-na", "Kim Yoon-ah", "the hyphens part other syllables"),
        ("Ha Jung-woo", "Ha Jong-woo", "one syllable alone, and no sound has both spellings"),
        ("Nguyen Van Hung", "Nguyen Van Hong", "a Vietnamese given name is no surname of China"),
        ("Hamid Rezaei", "Hamid Rasaei", "no writer of Persian names exchanges s and z"),
        ("Farid Karemi", "Farid Karami", "the vowel of one writer"),
        ("Larisa Dolina", "Larisa Dulina", "the vowel of a short surname"),
        ("Naveen Shetty", "Naveen Setty", "one writer tells an sh from an s"),
        ("Bakary Sako", "Bakary Sakho", "a breath in a short surname"),
        ("Peter Munk", "Peter Munch", "two sounds at the end of a short surname"),
        ("Yuji Nakazawa", "Yuji Nagasawa", "voices of two Japanese consonants"),
        ("Hiroki Sakai", "Hiroki Sakae", "the last vowel of a Japanese surname"),
        ("Carlos Mesa", "Carlos Meza", "of short Spanish surnames there is a family of either letter"),
        ("Bikram Singh", "Vikram Singh", "both Indian given names of the list"),
        ("Mick Archer", "Mike Archer", "two short forms of one name"),
    ],
)
def test_near_names_are_two(left: str, right: str, why: str) -> None:
    assert score(left, right) < SAME, why
    assert score(left, right) == score(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hassan Nasrallah", "Hasan Nasrallah"),
        ("Dragan Djokić", "Dragan Đokić"),
        ("Mikhail Gorbachev", "Mikhail Gorbatschow"),
        ("Tamar Giorgadze", "Tamar Georgadze"),
        ("Lee Young-ho", "Yi Yong-ho"),
        ("Kim Min-hyun", "Kim Min-hyeon"),
        ("Li Xiaofeng", "Xiaofeng Li"),
        ("Jörg Schäuble", "Joerg Schaeuble"),
        ("Kim Jong-min", "Kim Chong-min"),
        ("Hideo Otani", "Hideo Ohtani"),
        ("Ali Khamenei", "Ali Chamenei"),
        ("Mikheil Saakashvili", "Mikheil Saakašvili"),
        ("Michael Archer", "Mick Archer"),
        ("Alexander Reid", "Alec Reid"),
    ],
)
def test_spellings_of_one_name_stay_one(left: str, right: str) -> None:
    assert score(left, right) >= SAME
