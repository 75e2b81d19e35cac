"""Official papers 公文: blocks in, a .docx, PDF or page in the layout of GB/T 9704-2012 out."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = "公文"
