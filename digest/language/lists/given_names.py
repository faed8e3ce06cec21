"""Given names that are mostly given to men or mostly to women: weak evidence, never a fact.

A name says what parents chose, not who somebody is. These lists count for little in the choice of a
pronoun's person and for nothing elsewhere; titles, nouns and pronouns of the text go before them.
Written from general knowledge of names in the news of many countries; names that are common for both
("Kim", "Robin", "Andrea", "Jordan") were left out.
"""

from __future__ import annotations

from digest.language.lists import words

MEN = words("""
    Aaron Abdul Abdullah Adam Ahmad Ahmed Alan Albert Alberto Alejandro Aleksandr Alexander Alexei Alfred
    Ali Andrew Angelo Anthony Antonio Antony Arthur Barack Benjamin Bernard Bill Bob Boris Brian Bruce
    Carl Carlos Charles Christopher Claude Craig Daniel David Dennis Dmitri Dmitry Dmytro Donald Edward
    Emmanuel Enrique Eric Ernest Fernando Francisco Francois François Frank Franz Fred Gary George Gerald
    Giovanni Giuseppe Gordon Graham Greg Gregory Hamid Hans Harold Harry Hassan Heinrich Henry Herbert
    Hiroshi Howard Hugo Hussein Ian Ibrahim Igor Ivan Jack Jacob Jacques Jake James Jason Javier Jeff
    Jeffrey Jens Jeremy Jim Joe Johann John Jonathan Jorge Jose José Joseph Joshua Juan Julio Justin Karl
    Keith Kenneth Kevin Khalid Klaus Larry Lars Lawrence Leonard Luis Lloyd Magnus Manuel Marcel Marco
    Mario Mark Martin Matthew Max Michael Miguel Mike Mikhail Mitch Mohamed Mohammad Mohammed Muhammad
    Mustafa Narendra Nicolas Nikolai Nigel Olaf Oleg Oleksii Oliver Olivier Omar Oscar Osama Patrick Paul
    Pavel Pedro Peter Philip Philippe Pierre Rafael Ralph Raymond Recep Ricardo Richard Rob Robert Roger
    Roman Ronald Roy Russell Ryan Saeed Salman Samuel Scott Sean Sergei Sergey Silvio Simon Stanley Stefan
    Stephen Steve Steven Takeshi Ted Thomas Tim Timothy Tom Tony Vladimir Viktor Vincent Volodymyr Walter
    Wayne William Wolfgang Xavier Yusuf
""")
WOMEN = words("""
    Agnes Aisha Alice Alicia Amanda Amelia Amina Amy Ana Angela Anita Anna Anne Annalena Annie Audrey
    Barbara Beatrice Bertha Betty Brenda Bridget Carmen Carol Caroline Catherine Charlotte Chelsea
    Christina Christine Clara Claudia Cristina Cynthia Deborah Diana Diane Donna Doris Dorothy Edith
    Eleanor Elena Elizabeth Ellen Emily Emma Erika Esther Eva Fatima Fiona Frances Gabriela Gloria Grace
    Greta Hannah Heather Heidi Helen Helena Hillary Ingrid Irene Irina Isabel Isabella Jacinda Jane Janet
    Jen Jennifer Jessica Jill Joan Joanna Josephine Joyce Judith Judy Julia Julie Karen Karin Kate
    Katherine Kathleen Kathryn Katie Khadija Kirsten Laura Layla Leila Linda Lisa Lucia Lucy Madeleine
    Margaret Maria María Marie Marina Marine Marta Martha Mary Megan Melania Melissa Mercedes Michelle
    Miriam Monica Nancy Naomi Natalia Natalie Natasha Nicole Nina Olga Olivia Pamela Patricia Paula
    Pauline Rachel Rebecca Rosa Ruth Samantha Sandra Sara Sarah Sharon Silvia Simone Sofia Sonia Sophie
    Stephanie Susan Susanna Svetlana Sylvia Tatiana Teresa Theresa Ursula Valentina Vanessa Victoria
    Virginia Wendy Yulia Zainab
""")
