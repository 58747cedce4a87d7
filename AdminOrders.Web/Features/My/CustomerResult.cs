using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminOrders.Web.Features.My;

/// <summary>A customer's page: a component written out as a whole document, in a language of its own, that nobody keeps and no search engine lists.</summary>
internal sealed record CustomerResult(Type Component, IReadOnlyDictionary<string, object?> Parameters, CultureInfo Culture) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, Culture);
        return new RazorComponentResult(Component, Parameters) { StatusCode = Status }.ExecuteAsync(httpContext);
    }
}
