"""How the labels of the quantity sets spell units and currencies; what is not here is spelled alike."""

from __future__ import annotations

from types import MappingProxyType

UNITS = MappingProxyType(
    {
        "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "dm": "decimetre", "um": "micrometre",
        "nm": "nanometre", "kg": "kilogram", "mg": "milligram", "ug": "microgram", "pound": "pound-mass", "tonne": "metric ton",
        "ml": "millilitre", "square km": "square kilometre", "km/h": "kilometre per hour", "mph": "mile per hour",
        "m/s": "metre per second", "km/s": "kilometre per second", "barrels/day": "barrel per day", "C": "celsius", "F": "fahrenheit",
        "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour",
        "GB": "gigabyte", "MB": "megabyte", "TB": "terabyte", "kB": "kilobyte", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz",
        "GHz": "gigahertz", "rpm": "revolutions per minute", "Nm": "newton metre", "lb-ft": "pound-foot", "V": "volt",
        "mAh": "milliampere-hour", "ppm": "part per million", "ppb": "parts-per-billion", "mpg": "mile per gallon", "dB": "decibel",
        "MPa": "megapascal", "ksi": "kilopound per square inch", "rad": "radian", "year old": "year of age", "month old": "month of age",
        "week old": "week of age", "day old": "day of age", "time": "count", "bhp": "brake horsepower", "W": "watt", "PS": "horsepower",
        "kV": "kilovolt",
        "J": "joule", "kJ": "kilojoule", "kPa": "kilopascal", "hPa": "hectopascal", "PB": "petabyte", "g": "gram",
        "A": "ampere", "K": "kelvin",
        "cubic km": "cubic kilometre",
    }
)  # fmt: skip
CURRENCIES = MappingProxyType(
    {
        "USD": "dollar", "CAD": "canadian dollar", "AUD": "australian dollar", "HKD": "hong kong dollar", "EUR": "euro",
        "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee", "CHF": "swiss franc",
        "franc": "swiss franc", "TRY": "turkish lira", "GEL": "georgian lari", "LAK": "lao kip", "LKR": "sri lankan rupee",
        "MXN": "mexican peso", "XBT": "bitcoin", "ILS": "shekel", "MYR": "malaysian ringgit", "HRK": "croatian kuna", "ESP": "peseta",
        "THB": "thai baht", "KRW": "south korean won", "RUB": "russian ruble", "NZD": "new zealand dollar", "SGD": "singapore dollar",
        "TWD": "new taiwan dollar", "DKK": "danish krone", "SEK": "swedish krona", "NOK": "norwegian krone", "ISK": "icelandic krona",
        "CZK": "czech koruna", "FRF": "french franc", "BEF": "belgian franc", "DEM": "deutsche mark", "ITL": "italian lira",
        "PHP": "philippine peso", "ARS": "argentine peso", "CLP": "chilean peso", "COP": "colombian peso", "KWD": "kuwaiti dinar",
        "IQD": "iraqi dinar", "IRR": "iranian rial", "SAR": "saudi riyal", "QAR": "qatari riyal", "AED": "united arab emirates dirham",
        "PKR": "pakistani rupee", "NPR": "nepalese rupee", "BRL": "brazilian real", "PLN": "polish zloty", "HUF": "hungarian forint",
        "IDR": "indonesian rupiah", "VND": "vietnamese dong", "BDT": "bangladeshi taka", "EGP": "egyptian pound",
        "UAH": "ukrainian hryvnia", "ZAR": "south african rand", "NGN": "nigerian naira", "KES": "kenyan shilling",
        "RON": "romanian leu", "AMD": "armenian dram", "AZN": "azerbaijani manat", "KZT": "kazakhstani tenge", "NLG": "dutch guilder",
        "GRD": "greek drachma",
    }
)  # fmt: skip
