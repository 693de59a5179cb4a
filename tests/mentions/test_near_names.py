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
        ("Yoriko Nakamura", "Yuriko Nakamura", "the systems of Japanese write no o as u"),
        ("Katsuaki Yamada", "Kazuaki Yamada", "nor a ts as z"),
        ("Nurcan Bulut", "Nurşan Bulut", "the mark tells that the letter is no c"),
        ("Jana Sedláková", "Jana Sedláčková", "nor is a marked c half of a double k"),
        ("Mehmet Çorlu", "Mehmet Zorlu", "nor a z"),
        ("Kader Yıldız", "Kadir Yıldız", "who writes the marks of the surname romanises nothing"),
        ("Boycho Dimitrov", "Boyko Dimitrov", "no Cyrillic writer exchanges ch and k"),
        ("Gerry Adair", "Kerry Adair", "nor an English one g and k"),
        ("Nasir Baloch", "Nazir Baloch", "s and z in a short given name of the east"),
        ("Tigran Melikyan", "Tigranuhi Melikyan", "the ending of a woman"),
        ("Besa Kelmendi", "Besarta Kelmendi", "a name by itself is no short form"),
        ("Behnam Nazari", "Behnam Naseri", "a slip and a habit beside one spelling of the given name"),
        ("Samuel Mutugi", "Samuel Mutuku", "the same in a surname of no known language"),
        ("Tigran Abazyan", "Tigran Ayvazyan", "no Armenian writer exchanges b and v"),
        ("Karen Bakhshyan", "Karen Bakhchyan", "ch is sh in French, where the surname ends in -ian"),
        ("Giorgi Gumberidze", "Giorgi Koberidze", "nor a Georgian one mb and b"),
        ("Saleem Baloch", "Salem Baloch", "a name of the list with its long vowel written double"),
        ("Andreas Weber", "André Weber", "one root, and both at home in one language"),
        ("Jon Whitaker", "Juan Whitaker", "the same where two languages live side by side"),
        ("Olena Moroz", "Olena Morozova", "the woman's ending behind another family's stem"),
        ("Shekhar Sen", "Shikhar Sen", "the first vowel of a given name"),
        ("Nelson Ray", "Neilson Ray", "a vowel more in a given name that is not long"),
        ("Maria Damanaki", "Maria Damianaki", "a syllable more in a surname that is not very long"),
        ("Olga Frolova", "Olga Florova", "a liquid before and behind the vowel"),
        ("Lin Tan", "Lin Chen", "Lin is the surname of both, however a surname Tan is written"),
        ("Sanda Ozola", "Zanda Ozola", "both Baltic given names of the list"),
        ("Odera Otieno", "Odira Otieno", "both Kenyan names of the list"),
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
        ("Yuko Oshima", "Yuuko Ohshima"),
        ("Shinichi Kato", "Sinichi Kato"),
        ("Cevdet Çavuşoğlu", "Jevdet Chavushoglu"),
        ("Çetin Bulut", "Cetin Bulut"),
        ("Chris Warkentin", "Christopher Warkentin"),
        ("Christin Vogel", "Kristin Vogel"),
        ("Abdul Kader Hassan", "Abdul Kadir Hassan"),
        ("Mahmood Saleem", "Mahmoud Salim"),
        ("Emmanuel Macron", "Emmanuel Marcon"),
        ("Eleftherios Vasileiou", "Eleftherios Vassiliou"),
        ("Anneliese Hofer", "Anneliese Hoferová"),
        ("Katherina Zoller", "Katharina Zoller"),
        ("Alexander Reid", "Alec Reid"),
    ],
)
def test_spellings_of_one_name_stay_one(left: str, right: str) -> None:
    assert score(left, right) >= SAME
